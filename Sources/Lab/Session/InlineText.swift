import Provenance
import Rendering
import Tensors

/// A value inside a line of text, as `say` prints it.
enum InlineText {
  /// The most cells that are spelled out.
  private static let mostCells = 16

  /// A number, a shape, a small vector or matrix in brackets, or else the shape and type.
  static func text(of value: Value, digits: Int?) throws -> String {
    if let lengths = (value.source as? ShapeVector)?.lengths { return lengths.description }
    let shape = value.shape
    let cells = shape.count
    guard shape.rank <= 2, cells <= mostCells else {
      return "\(shape) \(value.source.elementType)"
    }
    let numbers = try value.tensor().array.map { NumberFormat.text(of: $0, digits: digits ?? 6) }
    if shape.rank == 0 { return numbers[0] }
    let width = max(1, shape[shape.rank - 1])
    let rows = stride(from: 0, to: cells, by: width).map { start in
      numbers[start..<start + width].joined(separator: " ")
    }
    return "[" + rows.joined(separator: "; ") + "]"
  }
}

import Rendering
import Tensors

/// A value inside a line of text, as `say` prints it.
enum InlineText {
  /// The most cells that are spelled out.
  private static let mostCells = 16

  /// A number, a small vector or matrix in brackets, or else the shape and type.
  static func text(of tensor: Tensor, digits: Int?) -> String {
    func spelled(_ number: Double) -> String { NumberFormat.text(of: number, digits: digits ?? 6) }
    let cells = tensor.shape.count
    guard tensor.shape.rank <= 2, cells <= mostCells else {
      return "\(tensor.shape) \(tensor.elementType)"
    }
    let numbers = tensor.array.map(spelled)
    if tensor.shape.rank == 0 { return numbers[0] }
    let width = max(1, tensor.shape[tensor.shape.rank - 1])
    let rows = stride(from: 0, to: cells, by: width).map { start in
      numbers[start..<start + width].joined(separator: " ")
    }
    return "[" + rows.joined(separator: "; ") + "]"
  }
}

public import Tensors

/// One factor of a term: a cell of an operand, padding, a function of cells, or a number.
public struct CellFactor: Sendable, Hashable {
  /// Where the number comes from.
  public enum Source: Sendable, Hashable {
    /// A cell of an operand.
    case cell(operand: Int, CellIndex)
    /// Padding of an operand, on the side that is named: `top left`.
    case padding(operand: Int, side: String)
    /// A function of cells. The text has an underscore for each of them, the last one for all that
    /// are left: `(_ - _)^2`, `ln sum exp(_)`.
    case function(String, [CellReference])
    /// A number of the operation's own, with what it is called: `count`, `won`, `gap`.
    case constant(String)

    /// The cells that are named.
    public var cells: [CellReference] {
      switch self {
      case .cell(let operand, let index): [CellReference(operand, index)]
      case .function(_, let cells): cells
      case .padding, .constant: []
      }
    }
  }

  /// Where the number comes from.
  public var source: Source
  /// The number.
  public var value: Double

  /// Makes a factor.
  public init(_ source: Source, _ value: Double) {
    self.source = source
    self.value = value
  }
}

/// The name under which a form of a block's cells is found again: what was made, from which view.
public struct FormKey: Hashable, Sendable {
  /// What kind of form it is.
  public enum Kind: UInt8, Hashable, Sendable {
    /// The panels of a matrix, as the tile of a product reads them.
    case panels
    /// The matrix of a kernel whose axes do not lie as one.
    case matrix
    /// The kernel of a transposed convolution, turned round for the convolution that computes it.
    case mirrored
    /// Weights as F(2×2, 3×3) multiplies them.
    case winograd2
    /// Weights as F(4×4, 3×3) multiplies them.
    case winograd4
    /// Weights as the tiles of the blocked route read them.
    case blocked
  }

  /// What kind of form it is.
  public let kind: Kind
  private let offset: Int
  private let rank: Int
  private let sizes: SIMD8<Int>
  private let strides: SIMD8<Int>
  private let options: SIMD4<Int>

  /// Names a form.
  ///
  /// - Parameters:
  ///   - kind: what it is.
  ///   - view: which cells of the block it was made from, in which order.
  ///   - options: whatever else it depends on, as numbers.
  public init(_ kind: Kind, of view: Cells, options: SIMD4<Int> = .zero) {
    self.kind = kind
    offset = view.offset
    rank = view.rank
    sizes = view.sizes
    strides = view.strides
    self.options = options
  }
}

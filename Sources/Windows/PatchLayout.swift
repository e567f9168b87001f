public import Tensors

/// Where every patch of a batch of images goes in one of the seven orders.
///
/// Every factor of an address has one step along one axis of the result, so that an address and a
/// cell's index are each other's mixed-radix spelling.
public struct PatchLayout: Hashable, Sendable {
  /// The order of the result.
  public let order: PatchOrder
  /// How many images there are.
  public let images: Int
  /// How many channels an image has.
  public let channels: Int
  /// The geometry.
  public let window: SlidingWindow
  /// The result's shape.
  public let shape: Shape
  /// For each axis of the result, the factors it combines, the slowest first.
  public let axes: [[PatchFactor]]

  let counts: SIMD8<Int>
  /// The axis of the result along which each factor runs.
  private var factorAxes = SIMD8<Int>.zero
  /// How far one step of each factor goes along that axis.
  private var weights = SIMD8<Int>(repeating: 1)
  /// How far one step of each factor goes in the result's row-major cells.
  private(set) var steps = SIMD8<Int>.zero

  /// Lays out the patches of an image or a batch.
  ///
  /// - Parameters:
  ///   - image: N×C×H×W; or C×H×W for one image, or H×W for one of one channel, and then the result
  ///     has no axis of its own for what the image does not have.
  ///   - window: a geometry for images of this height and width.
  /// - Throws: `WindowError` if the image has another number of dimensions or the result's size
  ///   overflows.
  public init(image: Shape, window: SlidingWindow, order: PatchOrder) throws(WindowError) {
    guard (2...4).contains(image.rank) else { throw .imageRank(image) }
    self.order = order
    self.window = window
    images = image.rank == 4 ? image[0] : 1
    channels = image.rank >= 3 ? image[image.rank - 3] : 1
    let counts = SIMD8(
      images, channels, window.rows.taps, window.columns.taps, window.rows.output,
      window.columns.output, 1, 1)
    self.counts = counts
    axes = order.axes.filter {
      !($0 == [.image] && image.rank < 4) && !($0 == [.channel] && image.rank < 3)
    }
    // A product that overflows is reported by `Shape`, which multiplies all lengths.
    let axes = axes
    shape = try tensors { () throws(TensorError) in
      _ = try Shape(PatchFactor.allCases.map { counts[$0.rawValue] })
      return try Shape(axes.map { $0.reduce(1) { $0 * counts[$1.rawValue] } })
    }
    let axisSteps = shape.rowMajorStrides
    for (axis, factors) in axes.enumerated() {
      var weight = 1
      for factor in factors.reversed() {
        factorAxes[factor.rawValue] = axis
        weights[factor.rawValue] = weight
        steps[factor.rawValue] = weight * axisSteps[axis]
        weight *= max(1, counts[factor.rawValue])
      }
    }
  }

  /// How many values a factor takes.
  public func count(of factor: PatchFactor) -> Int { counts[factor.rawValue] }

  /// What the cell at an index of the result holds.
  public func address(of index: CellIndex) -> PatchAddress {
    PatchAddress(
      image: digit(.image, index), channel: digit(.channel, index),
      tapRow: digit(.tapRow, index), tapColumn: digit(.tapColumn, index),
      outputRow: digit(.outputRow, index), outputColumn: digit(.outputColumn, index))
  }

  /// Where the result holds what an address names: the inverse of `address(of:)`.
  public func index(of address: PatchAddress) -> CellIndex {
    var index = CellIndex(rank: shape.rank)
    for factors in axes {
      for factor in factors {
        index[factorAxes[factor.rawValue]] += address[factor] * weights[factor.rawValue]
      }
    }
    return index
  }

  /// Which pixel, or which padding, an address reads.
  public func place(of address: PatchAddress) -> Placement {
    window.place(
      outputRow: address.outputRow, outputColumn: address.outputColumn, tapRow: address.tapRow,
      tapColumn: address.tapColumn)
  }

  /// A factor that the result has no axis for has one value, so its digit is 0.
  private func digit(_ factor: PatchFactor, _ index: CellIndex) -> Int {
    index[factorAxes[factor.rawValue]] / weights[factor.rawValue] % counts[factor.rawValue]
  }
}

public import Tensors

/// How the cells of one order are found in another: the same patches, rearranged.
public struct PatchPermutation: Hashable, Sendable {
  /// The layout whose cells are known.
  public let source: PatchLayout
  /// The layout whose cells are wanted.
  public let target: PatchLayout

  /// Relates two orders of the same patches.
  ///
  /// - Parameters:
  ///   - image: the shape of the image or the batch.
  ///   - window: the geometry.
  /// - Throws: `WindowError` as `PatchLayout` does.
  public init(
    image: Shape, window: SlidingWindow, from source: PatchOrder, to target: PatchOrder
  ) throws(WindowError) {
    self.source = try PatchLayout(image: image, window: window, order: source)
    self.target = try PatchLayout(image: image, window: window, order: target)
  }

  /// Where the source holds what the target holds at an index.
  public func sourceIndex(of index: CellIndex) -> CellIndex {
    source.index(of: target.address(of: index))
  }

  /// The row-major place in the source of the target's cell at a row-major place.
  public func sourcePlace(of place: Int) -> Int {
    source.shape.place(of: sourceIndex(of: target.shape.index(at: place)))
  }

  /// Whether both orders put every cell at the same index.
  public var isIdentity: Bool {
    guard source.shape == target.shape else { return false }
    return source.axes == target.axes
      || (0..<target.shape.rank).allSatisfy { axis in
        axisPermutation(axis, of: axis).map { $0.elementsEqual($0.indices) } ?? false
      }
  }

  /// Whether both are matrices and the target has positions where the source has taps.
  public var isTransposed: Bool {
    guard source.shape.rank == 2, target.shape.rank == 2 else { return false }
    return Set(source.axes[0]) == Set(target.axes[1]) && Set(source.axes[0]) != Set(target.axes[0])
  }

  /// For each row of the target matrix, the source's row with the same cells (its column, if
  /// `isTransposed`); nil if one of the two is no matrix.
  public var rows: [Int]? { axisPermutation(0, of: isTransposed ? 1 : 0) }

  /// For each column of the target matrix, the source's column with the same cells (its row, if
  /// `isTransposed`); nil if one of the two is no matrix.
  public var columns: [Int]? { axisPermutation(1, of: isTransposed ? 0 : 1) }

  /// For each index along an axis of the target, the index along the source's axis that combines
  /// the same factors; nil if that axis does not.
  private func axisPermutation(_ axis: Int, of sourceAxis: Int) -> [Int]? {
    guard source.shape.rank == target.shape.rank,
      Set(source.axes[sourceAxis]) == Set(target.axes[axis])
    else { return nil }
    guard target.shape.count > 0 else { return [] }
    var index = CellIndex(rank: target.shape.rank)
    return (0..<target.shape[axis]).map { place in
      index[axis] = place
      return sourceIndex(of: index)[sourceAxis]
    }
  }
}

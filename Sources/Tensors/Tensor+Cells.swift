public import Kernels

extension Tensor: CellSource {
  /// The type of the cells.
  public var elementType: ElementType { storage.elementType }

  /// Whether the cells exist only where someone reads them: never.
  public var isLazy: Bool { false }

  /// The strided view that kernels take. Only whoever made the tensor may write through it.
  public var cells: Cells {
    Cells(storage, offset: offset, rank: shape.rank, sizes: shape.sizes, strides: strides)
  }

  /// The cell at an index that the shape contains.
  public func cell(_ index: CellIndex) -> Double {
    storage[offset + (index.numbers &* strides).wrappedSum()]
  }

  /// The tensor as a matrix to pack from, if it has two dimensions.
  public var matrixOperand: MatrixOperand? { shape.rank == 2 ? .strided(cells) : nil }

  /// The tensor itself.
  public func materialized() throws(TensorError) -> Tensor { self }

  /// Whether the cells lie in row-major order without gaps.
  public var isContiguous: Bool {
    let (sizes, strides) = (shape.sizes, strides)
    var step = 1
    for axis in stride(from: shape.rank - 1, through: 0, by: -1) {
      if sizes[axis] != 1, strides[axis] != step { return false }
      step *= max(1, sizes[axis])
    }
    return true
  }

  /// The same cells in row-major order without gaps: the tensor itself if they are already.
  public func contiguous() throws(TensorError) -> Tensor {
    isContiguous ? self : try copied(to: elementType)
  }

  /// The same numbers in the given type: the tensor itself if it has that type.
  public func converted(to elementType: ElementType) throws(TensorError) -> Tensor {
    self.elementType == elementType ? self : try copied(to: elementType)
  }

  /// A contiguous copy that shares nothing.
  public func copied(to elementType: ElementType) throws(TensorError) -> Tensor {
    let copy = try Tensor.uninitialized(shape, elementType)
    try interruptible { () throws(Interrupted) in try Elementwise.copy(cells, into: copy.cells) }
    return copy
  }

  /// The cells in row-major order.
  public var array: [Double] {
    if isContiguous {
      let range = offset..<offset + shape.count
      return switch elementType {
      case .f32: storage.withSpan(of: Float.self) { cells in range.map { Double(cells[$0]) } }
      case .f64: storage.withSpan(of: Double.self) { cells in range.map { cells[$0] } }
      }
    }
    var cells: [Double] = []
    cells.reserveCapacity(shape.count)
    var place = offset
    var position = SIMD8<Int>.zero
    for _ in 0..<shape.count {
      cells.append(storage[place])
      for axis in stride(from: shape.rank - 1, through: 0, by: -1) {
        position[axis] += 1
        place += strides[axis]
        if position[axis] < shape.sizes[axis] { break }
        position[axis] = 0
        place -= strides[axis] * shape.sizes[axis]
      }
    }
    return cells
  }

  /// The one cell of a tensor of one cell.
  ///
  /// - Throws: `TensorError.notANumber` if it has another number of cells.
  public var number: Double {
    get throws(TensorError) {
      guard shape.count == 1 else { throw .notANumber(shape) }
      return cell(CellIndex(rank: shape.rank))
    }
  }

  /// Replaces one cell; a block that another tensor shares is copied first.
  ///
  /// - Throws: `TensorError` if the index is out of range or the copy does not fit.
  public mutating func set(_ index: CellIndex, to value: Double) throws(TensorError) {
    guard index.rank == shape.rank else { throw .numberPerDimension(count: index.rank, shape) }
    for axis in 0..<index.rank where index[axis] < 0 || index[axis] >= shape[axis] {
      throw .index(index[axis], axis: axis, length: shape[axis])
    }
    if !isKnownUniquelyReferenced(&storage) || !isContiguous { self = try copied(to: elementType) }
    storage[offset + (index.numbers &* strides).wrappedSum()] = value
  }
}

/// Runs kernels, and turns their word for "the user asked to stop" into the room's.
@inline(__always)
func interruptible(_ body: () throws(Interrupted) -> Void) throws(TensorError) {
  do throws(Interrupted) { try body() } catch { throw .interrupted }
}

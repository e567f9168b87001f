import Synchronization

/// A 64-byte-aligned block of cells of one element type.
///
/// The block is shared by reference. Whoever writes to it must hold the only reference, or have
/// divided the cells among the workers: `Tensor` keeps that promise, this class does not check it.
public final class Storage: @unchecked Sendable {
  /// The type of the cells.
  public let elementType: ElementType
  /// How many cells the block holds.
  public let count: Int
  let address: UnsafeMutableRawPointer
  private let size: SizeClass
  /// What was made from these cells and is kept with them; see `Storage+Forms.swift`.
  let forms = Mutex<[StorageForm]>([])
  /// Whether `forms` holds anything: a look at it costs nothing.
  let hasForms = Atomic<Bool>(false)
  /// Whether these cells are a form of others: `StorageForm` counts it then, not the arena.
  private let isForm: Bool

  /// Makes a block whose cells have no particular value yet.
  public init(_ elementType: ElementType, count: Int) {
    self.elementType = elementType
    self.count = count
    isForm = false
    size = SizeClass(byteCount: count * elementType.byteCount)
    // `allocate` ends the process where the machine has no memory for it.
    address = IdleBlocks.take(size) ?? .allocate(byteCount: size.byteCount, alignment: 64)
    Arena.count(byteCount)
  }

  private init(
    _ elementType: ElementType, count: Int, adopting address: UnsafeMutableRawPointer,
    of size: SizeClass, isForm: Bool
  ) {
    self.elementType = elementType
    self.count = count
    self.address = address
    self.size = size
    self.isForm = isForm
    if isForm { StorageForm.count(byteCount) } else { Arena.count(byteCount) }
  }

  private var byteCount: Int { count &* elementType.byteCount }

  /// Makes a block whose cells have no particular value yet; nil where the machine has no memory
  /// for it, or none can have.
  public static func allocated(_ elementType: ElementType, count: Int) -> Storage? {
    allocated(elementType, count: count, isForm: false)
  }

  /// Makes a block, for a form of another block's cells or for cells of its own.
  static func allocated(_ elementType: ElementType, count: Int, isForm: Bool) -> Storage? {
    let (bytes, overflows) = count.multipliedReportingOverflow(by: elementType.byteCount)
    guard !overflows, bytes <= Int.max / 2 else { return nil }
    let size = SizeClass(byteCount: bytes)
    guard let address = IdleBlocks.take(size) else { return nil }
    return Storage(elementType, count: count, adopting: address, of: size, isForm: isForm)
  }

  /// Makes a block of the given cells, in their order.
  public convenience init<S: Scalar>(_ values: some Collection<S>) {
    self.init(S.elementType, count: values.count)
    _ = cells(S.self).initialize(from: values)
  }

  deinit {
    if isForm { StorageForm.count(-byteCount) } else { Arena.discount(byteCount) }
    IdleBlocks.giveBack(address, size)
  }

  func cells<S: Scalar>(_: S.Type) -> UnsafeMutableBufferPointer<S> {
    UnsafeMutableBufferPointer(start: pointer(S.self), count: count)
  }

  @inline(__always)
  func pointer<S: Scalar>(_: S.Type) -> UnsafeMutablePointer<S> {
    address.assumingMemoryBound(to: S.self)
  }

  /// The cell at a place in the block, exact in either type.
  public subscript(index: Int) -> Double {
    get {
      precondition(index >= 0 && index < count)
      return switch elementType {
      case .f32: Double(pointer(Float.self)[index])
      case .f64: pointer(Double.self)[index]
      }
    }
    set {
      precondition(index >= 0 && index < count)
      willWrite()
      switch elementType {
      case .f32: pointer(Float.self)[index] = Float(newValue)
      case .f64: pointer(Double.self)[index] = newValue
      }
    }
  }

  /// Copies cells of a block of the same type.
  ///
  /// - Parameters:
  ///   - count: how many.
  ///   - source: the block they are in; another one than this.
  ///   - first: where they begin there.
  ///   - place: where they go.
  public func copy(_ count: Int, from source: Storage, at first: Int, to place: Int) {
    precondition(source.elementType == elementType && source !== self && count >= 0)
    precondition(first >= 0 && first <= source.count - count)
    precondition(place >= 0 && place <= self.count - count)
    willWrite()
    let width = elementType.byteCount
    (address + place * width).copyMemory(
      from: source.address + first * width, byteCount: count * width)
  }

  /// Lends the cells for reading.
  ///
  /// - Parameter type: the Swift type of the cells; it must be that of `elementType`.
  public func withSpan<S: Scalar, Result, Failure: Error>(
    of type: S.Type, _ body: (Span<S>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    precondition(S.elementType == elementType)
    return try body(UnsafeBufferPointer(cells(type)).span)
  }

  /// Lends the cells for writing.
  ///
  /// - Parameter type: the Swift type of the cells; it must be that of `elementType`.
  public func withMutableSpan<S: Scalar, Result>(
    of type: S.Type, _ body: (inout MutableSpan<S>) throws -> Result
  ) rethrows -> Result {
    precondition(S.elementType == elementType)
    willWrite()
    var span = cells(type).mutableSpan
    return try body(&span)
  }
}

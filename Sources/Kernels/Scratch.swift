/// A block of plain values that kernels fill part by part, from several threads.
final class Scratch<Element: BitwiseCopyable>: @unchecked Sendable {
  let pointer: UnsafeMutablePointer<Element>

  /// Makes a block whose values are whatever lies there.
  init(count: Int) { pointer = .allocate(capacity: max(1, count)) }

  deinit { pointer.deallocate() }
}

/// A place in memory that several threads write to, each its own part.
struct SharedPlace<Element>: @unchecked Sendable {
  let pointer: UnsafeMutablePointer<Element>

  init(_ pointer: UnsafeMutablePointer<Element>) { self.pointer = pointer }
}

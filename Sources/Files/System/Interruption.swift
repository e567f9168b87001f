import Kernels

/// Whether the user asked to stop: looked at between the steps of long reads and writes.
enum Interruption {
  static var isRequested: Bool {
    Interrupt.isRequested || FaultPlan.current?.isInterrupted == true
  }

  /// - Throws: `FileError.Cause.interrupted` if a stop was asked for.
  static func check() throws(FileError.Cause) {
    if isRequested { throw .interrupted }
  }
}

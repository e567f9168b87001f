internal import CSystem

/// A thread that ends with the process.
final class WorkerThread: Sendable {
  private let run: @Sendable () -> Void

  private init(_ run: @escaping @Sendable () -> Void) { self.run = run }

  /// Starts a thread.
  ///
  /// It takes no signals, so that an interrupt reaches the thread that reads the keyboard.
  ///
  /// - Returns: whether the system had one to give.
  static func start(_ run: @escaping @Sendable () -> Void) -> Bool {
    let life = Unmanaged.passRetained(WorkerThread(run))
    return patchwork_thread_start(live, life.toOpaque())
  }

  private static let live: @convention(c) (UnsafeMutableRawPointer?) -> Void = { life in
    guard let life else { return }
    Unmanaged<WorkerThread>.fromOpaque(life).takeRetainedValue().run()
  }
}

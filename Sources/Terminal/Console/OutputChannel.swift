#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Text on its way to a descriptor, written at once and never silently lost.
///
/// A full disk or a closed pipe is a state that stays, so that whoever ends the process can answer
/// for it. Swift's `print` exits with 0 on a full disk.
public final class OutputChannel {
  /// What has become of the channel.
  public enum State: Hashable, Sendable {
    /// Everything has gone out.
    case open
    /// The reader went away (`| head -1`): nothing more needs to be said.
    case closed
    /// Writing failed with this `errno`; later text is dropped.
    case failed(Int32)
  }

  /// What has become of the channel.
  public private(set) var state = State.open

  private let descriptor: Int32

  /// A channel to an open descriptor.
  public init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Writes the whole text, waiting for a slow reader.
  public func write(_ text: String) {
    guard state == .open else { return }
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)[...]
      while !rest.isEmpty {
        let count = writeSome(UnsafeRawBufferPointer(rebasing: rest))
        guard count > 0 else { return }
        rest = rest.dropFirst(count)
      }
    }
  }

  /// Writes a part of the bytes and returns how many; 0 when the channel is no longer open.
  private func writeSome(_ bytes: UnsafeRawBufferPointer) -> Int {
    while true {
      #if canImport(Glibc)
        let count = Glibc.write(descriptor, bytes.baseAddress, bytes.count)
      #else
        let count = Darwin.write(descriptor, bytes.baseAddress, bytes.count)
      #endif
      if count > 0 { return count }
      switch count < 0 ? errno : EIO {
      case EINTR: continue
      case EAGAIN:
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&waiting, 1, -1)
      case EPIPE:
        state = .closed
        return 0
      case let code:
        state = .failed(code)
        return 0
      }
    }
  }

  /// Closes the descriptor: some disks say only then that they are full.
  public func close() {
    #if canImport(Glibc)
      let result = Glibc.close(descriptor)
    #else
      let result = Darwin.close(descriptor)
    #endif
    if result != 0, errno != EBADF, errno != EINTR, state == .open { state = .failed(errno) }
  }
}

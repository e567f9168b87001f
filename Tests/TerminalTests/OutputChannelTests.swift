import Foundation
import Testing

@testable import Terminal

@Suite struct OutputChannelTests {
  /// A pipe whose ends the test closes itself.
  private func pipeEnds() -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    #expect(pipe(&ends) == 0)
    signal(SIGPIPE, SIG_IGN)
    return (ends[0], ends[1])
  }

  private func everything(from descriptor: Int32) -> String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while case let count = read(descriptor, &chunk, chunk.count), count > 0 {
      bytes += chunk[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `text goes out at once`() {
    let ends = pipeEnds()
    defer { close(ends.read) }
    let channel = OutputChannel(descriptor: ends.write)
    channel.write("größe ")
    var waiting = pollfd(fd: ends.read, events: Int16(POLLIN), revents: 0)
    #expect(poll(&waiting, 1, 0) == 1)
    channel.write("")
    channel.write("= 3\n")
    channel.close()
    #expect(everything(from: ends.read) == "größe = 3\n")
    #expect(channel.state == .open)
  }

  @Test func `a reader that went away is a quiet end`() {
    let ends = pipeEnds()
    close(ends.read)
    let channel = OutputChannel(descriptor: ends.write)
    channel.write("x")
    #expect(channel.state == .closed)
    channel.write("y")
    channel.close()
    #expect(channel.state == .closed)
  }

  @Test(.enabled(if: access("/dev/full", W_OK) == 0))
  func `a full disk is a failure`() {
    let channel = OutputChannel(descriptor: open("/dev/full", O_WRONLY))
    channel.write("x")
    #expect(channel.state == .failed(ENOSPC))
    channel.close()
  }

  @Test func `a descriptor that is not open is a failure`() {
    let channel = OutputChannel(descriptor: -1)
    channel.close()
    #expect(channel.state == .open)
    channel.write("x")
    #expect(channel.state == .failed(EBADF))
  }

  @Test func `a slow reader without blocking gets all of it`() async {
    let ends = pipeEnds()
    _ = fcntl(ends.write, F_SETFL, O_NONBLOCK)
    let text = String(repeating: "0123456789", count: 100_000)
    async let read = Task.detached { everything(from: ends.read) }.value
    let channel = OutputChannel(descriptor: ends.write)
    channel.write(text)
    channel.close()
    #expect(await read == text)
    close(ends.read)
  }
}

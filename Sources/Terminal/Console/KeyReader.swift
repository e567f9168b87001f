internal import CLibEdit
import Lab

/// Reads single keys from standard input, without echo.
///
/// From `begin` to `end` the terminal is in raw mode. It gets its modes back at the end, at exit and
/// by every signal that kills the process.
final class KeyReader {
  private var decoder = KeyDecoder()
  /// Between the bytes of one key, in milliseconds.
  private let sequenceWait: Int32 = 50

  /// Starts reading keys; false if standard input is not a terminal.
  func begin() -> Bool { patchwork_input_begin(0, patchwork_input_keys) }

  /// Gives the terminal its modes back.
  func end() { patchwork_input_end() }

  /// Waits for a key, at most so long; nil if none came.
  func next(milliseconds: Int32?) -> Key? {
    while true {
      var byte: UInt8 = 0
      let wait = decoder.isWaiting ? sequenceWait : milliseconds ?? -1
      switch patchwork_input_next(wait, &byte) {
      case patchwork_input_byte:
        if let key = decoder.take(byte) { return key }
      case patchwork_input_timed_out:
        return decoder.flush()
      case patchwork_input_interrupted: return .interrupt
      case patchwork_input_resized, patchwork_input_resumed: return .redraw
      default: return .closed
      }
    }
  }
}

public import Lab

extension TerminalConsole: Console {
  /// Columns of the terminal, or what `--width` says; nil for a pipe or a file.
  public var width: Int? { isTerminal || hasFixedWidth ? size.columns : nil }

  /// Lines of the terminal; nil for a pipe or a file.
  public var height: Int? { isTerminal ? size.rows : nil }

  /// Whether output can still reach its reader.
  public var isOpen: Bool { results.state == .open }

  /// Whether the screen can be drawn over while keys are pressed.
  public var canRedraw: Bool { isInteractive && !Environment.isDumb }

  /// Draws over what the screen shows and leaves the cursor below the last line.
  public func redraw(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let cleared = lines.map { $0 + "\u{1B}[K" }.joined(separator: "\r\n")
    write("\u{1B}[H" + cleared + "\u{1B}[J")
  }

  /// Waits until a key is pressed; false if Ctrl-C was, or no key can come.
  public func waitForKey() -> Bool {
    let key = withKeys { next in
      var key: Key?
      repeat { key = next(nil) } while key == .redraw || key == nil
      return key
    }
    switch key ?? .closed {
    case .interrupt, .closed: return false
    default: return true
    }
  }

  /// Empties the screen.
  public func clear() {
    if isTerminal, !Environment.isDumb { write("\u{1B}[H\u{1B}[2J") }
  }
}

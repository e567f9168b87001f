/// The text of a script, of a `-c` argument or of one entry at the prompt, with its name.
///
/// The text is kept as bytes, because a script may hold bytes that are not UTF-8 and the
/// diagnostic has to point at them.
public struct SourceText: Sendable {
  /// The name diagnostics begin with; empty at the prompt.
  public let name: String
  /// The text, UTF-8 unless a diagnostic says otherwise.
  public let bytes: [UInt8]
  /// The offset of the first byte of each line.
  private let lineStarts: [Int]

  /// A source of bytes as read from a file.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == 0x0A { starts.append(offset + 1) }
    lineStarts = starts
  }

  /// A source of text that is known to be well formed.
  public init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The number of lines; a text without a line break has one.
  public var lineCount: Int { lineStarts.count }

  /// The text of a span, with bytes that are not UTF-8 replaced; the span is clamped to the text.
  public func text(_ span: SourceSpan) -> String {
    let start = min(max(0, span.start), bytes.count)
    let end = min(max(start, span.end), bytes.count)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The line and the column of an offset; an offset outside of the text is clamped to it.
  ///
  /// - Complexity: logarithmic in the number of lines, linear in the length of the line.
  public func location(of offset: Int) -> SourceLocation {
    let offset = min(max(0, offset), bytes.count)
    let line = lineIndex(of: offset)
    let before = text(SourceSpan(lineStarts[line], offset))
    return SourceLocation(line: line + 1, column: before.count + 1)
  }

  /// The span of a line (from 1) without its line break; a line that does not exist is empty.
  public func lineSpan(_ line: Int) -> SourceSpan {
    guard line >= 1, line <= lineStarts.count else { return SourceSpan(bytes.count, bytes.count) }
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] - 1 : bytes.count
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return SourceSpan(start, end)
  }

  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}

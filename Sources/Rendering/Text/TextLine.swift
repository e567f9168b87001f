import Text

/// One line under construction. It knows its width in columns, whatever escape sequences it holds,
/// and it never ends in blanks.
struct TextLine: Sendable, Hashable {
  /// What was written, without the blanks that wait for something to follow them.
  private(set) var text = ""
  /// Columns up to the end of `text`.
  private(set) var width = 0
  private var waitingBlanks = 0

  /// Makes an empty line.
  init() {}

  /// Makes a line of plain text.
  init(_ text: String, _ ink: Ink? = nil, _ color: ColorDepth = .none) {
    append(text, ink, color)
  }

  /// Moves on by some columns; nothing is written unless something follows.
  mutating func space(_ columns: Int) {
    waitingBlanks += max(0, columns)
  }

  /// Moves on to a column, counted from the start of the line.
  mutating func space(to column: Int) {
    space(column - width - waitingBlanks)
  }

  /// Writes plain text.
  mutating func append(_ text: String, _ ink: Ink? = nil, _ color: ColorDepth = .none) {
    append(
      raw: ink?.applied(to: text, color) ?? text, width: DisplayText.width(text))
  }

  /// Writes text that may hold escape sequences and takes the given columns.
  mutating func append(raw: String, width columns: Int) {
    guard !raw.isEmpty else { return }
    for _ in 0..<waitingBlanks { text += " " }
    width += waitingBlanks + columns
    waitingBlanks = 0
    text += raw
  }

  /// Writes another line.
  mutating func append(_ line: TextLine) {
    append(raw: line.text, width: line.width)
    waitingBlanks += line.waitingBlanks
  }
}

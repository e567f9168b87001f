/// How a piece of text looks where colour is allowed; it says nothing the text does not say.
enum Ink: String {
  /// Headings.
  case bold = "1"
  /// Rules and bars.
  case faint = "2"
  /// What is linked to something else on the screen.
  case marked = "7"
  /// Text on a dark colour.
  case onDark = "97"
  /// NaN and infinities, and lines that went.
  case alarming = "31"
  /// Lines that came.
  case welcome = "32"

  /// The text in this look, or as it is where colour is not allowed.
  func applied(to text: String, _ color: ColorDepth) -> String {
    color == .none || text.isEmpty ? text : "\u{1B}[\(rawValue)m\(text)\u{1B}[0m"
  }
}

/// How one curve among several is told apart: by its mark, and where colours are allowed by those too.
struct CurveStyle {
  /// The character in the legend and on the curve.
  let mark: Character
  private let color: PictureColor

  private static let marks = Array("*o+x#%@&") + Array("abcdefghijklmnpqrstuvwyz")

  /// Colours that colour-blind eyes tell apart too, readable on black and on white.
  ///
  /// Source: M. Okabe, K. Ito, "Color Universal Design", 2008, https://jfly.uni-koeln.de/color/
  private static let colors = [
    PictureColor(red: 86, green: 180, blue: 233), PictureColor(red: 230, green: 159, blue: 0),
    PictureColor(red: 0, green: 158, blue: 115), PictureColor(red: 204, green: 121, blue: 167),
    PictureColor(red: 213, green: 94, blue: 0), PictureColor(red: 0, green: 114, blue: 178),
  ]

  /// The style of the curve at a place of the legend; they repeat after 32.
  init(_ place: Int) {
    mark = Self.marks[place % Self.marks.count]
    color = Self.colors[place % Self.colors.count]
  }

  /// The text in the curve's colour, or as it is where colours are not allowed.
  func applied(to text: String, _ depth: ColorDepth) -> String {
    depth == .none ? text : "\u{1B}[38;\(color.selection(depth))m\(text)\u{1B}[0m"
  }
}

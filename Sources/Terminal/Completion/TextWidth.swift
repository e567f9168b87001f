internal import CLibEdit

/// How much room text takes on a screen.
enum TextWidth {
  /// The columns of a text: two for wide characters, none for combining ones.
  static func columns(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + Int(patchwork_locale_columns($1.value)) }
  }
}

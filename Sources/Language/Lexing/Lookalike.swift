/// Characters that editors and word processors put where the language wants an ASCII one.
enum Lookalike {
  /// What to write in place of a character, as a help line; nil for one that resembles nothing.
  static func help(for scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\u{2010}"..."\u{2015}", "\u{2212}": "a minus is written -"
    case "\u{D7}": "* multiplies, and the extents of a shape are joined by the letter x: 3x3"
    case "\u{B7}", "\u{2217}", "\u{2219}", "\u{22C5}": "* multiplies"
    case "\u{F7}": "/ divides"
    case "\u{201C}"..."\u{201F}", "\u{AB}", "\u{BB}":
      "text stands between straight quotes: \"text\""
    case "'", "\u{2018}"..."\u{201B}", "`": "text stands between double quotes: \"text\""
    case "\u{2264}": "less or equal is written <="
    case "\u{2265}": "greater or equal is written >="
    case "\u{2260}", "!": "not equal is written !="
    case "\u{2248}": "equal within a tolerance is written ~"
    case "\u{B2}": "the square of x is written x^2"
    case "\u{B3}": "the cube of x is written x^3"
    case "%":
      "a comment starts with #\nthere is no remainder; `for i in 0:100 step=10` takes every tenth"
    case "?": "`help` lists the verbs, `help conv` tells all about one"
    case "{", "}": "a matrix stands between [ and ]"
    case ".": "a number is written 0.5, and + - * / ^ already work cell by cell"
    case "\u{FF01}"..."\u{FF5E}":
      Unicode.Scalar(scalar.value - 0xFEE0).map { "write \($0), the narrow form" }
    default: invisible(scalar)
    }
  }

  private static func invisible(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.properties.generalCategory {
    case .spaceSeparator: "write an ordinary space"
    case .format, .lineSeparator, .paragraphSeparator: "it is invisible: delete it"
    default: nil
    }
  }
}

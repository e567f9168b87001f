/// Words of other languages and libraries, and what is written in their place here.
public enum Idiom {
  /// What to write for a word that is no verb and no name, as a help line; nil for one without an
  /// idiom of its own here.
  public static func help(for word: String) -> String? {
    switch word.lowercased() {
    case "nan": "`0/0` makes it"
    case "inf", "infinity": "`1/0` makes it"
    case "matmul", "dot", "mm": "`@` multiplies matrices: a @ b"
    case "size", "ndim", "rank": "`shape x` tells the lengths of x"
    default: nil
    }
  }

  /// What to write for `x.T` or `x.sum`, as a help line.
  static func help(for attribute: String, of name: String) -> String {
    switch attribute {
    case "T", "mT": "a verb stands before its operand: transpose \(name)"
    case "size", "ndim": "a verb stands before its operand: shape \(name)"
    default: "a verb stands before its operand: \(attribute) \(name)"
    }
  }

  /// The options and words of other libraries, with those that may be meant.
  static let meanings: [String: [String]] = [
    "average": ["avg", "mean"], "mean": ["avg"], "maximum": ["max"], "padding": ["pad"],
    "strides": ["stride"], "dilations": ["dilation"], "dim": ["axis"], "axes": ["axis"],
    "group": ["groups"], "mode": ["kind", "as"], "method": ["kind", "algorithm"],
    "type": ["kind"], "ceil_mode": ["ceil"], "count_include_pad": ["count_pad"],
    "output_padding": ["output_pad"], "data_format": ["layout"], "float32": ["f32"],
    "float64": ["f64"], "float": ["f32"], "double": ["f64"],
  ]
}

/// Words of other languages and libraries, and what is written in their place here.
public enum Idiom {
  /// What to write for a word that is no verb and no name, as a help line; nil for one without an
  /// idiom of its own here.
  public static func help(for word: String) -> String? {
    switch word.lowercased() {
    case "nan": "`0/0` makes it"
    case "inf", "infinity": "`1/0` makes it"
    case "matmul", "dot", "mm": "`@` multiplies matrices: a @ b"
    case "size", "ndim", "rank", "len", "length", "numel": "`shape x` tells the lengths of x"
    case "if", "else", "elif", "elseif", "while", "until", "switch":
      "there are no conditions: `repeat` and `for` run so many rounds"
    case "break", "continue": "a loop runs all of its rounds; Ctrl-C stops it"
    case "return": "a `def` gives the value of its last line: write the value alone"
    case "lambda", "function", "func": "`def net x k` defines a verb"
    case "floor", "ceil", "round", "mod", "rem", "fmod": "numbers are not rounded here"
    case "sin", "cos", "tan", "log2", "log10", "pow", "power":
      "there are exp, log, sqrt, abs, tanh and sigmoid; a power is x^2"
    case "pi": "3.141592653589793"
    case "true", "false": "only options take it: flip=true; numbers are 1 and 0"
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

  /// Whether a word begins a block in other languages, and so has an `end` of its own.
  static func beginsBlock(_ word: String) -> Bool {
    ["if", "while", "function", "switch"].contains(word)
  }

  /// The options and words of other libraries, with those that may be meant.
  static let meanings: [String: [String]] = [
    "average": ["avg", "mean"], "mean": ["avg"], "maximum": ["max"], "padding": ["pad"],
    "strides": ["stride"], "dilations": ["dilation"], "dim": ["axis"], "axes": ["axis"],
    "learning_rate": ["lr"], "rate": ["lr"], "step_size": ["lr"], "group": ["groups"],
    "mode": ["kind", "as"], "method": ["kind", "algorithm"],
    "type": ["kind"], "ceil_mode": ["ceil"], "count_include_pad": ["count_pad"],
    "output_padding": ["output_pad"], "data_format": ["layout"], "float32": ["f32"],
    "float64": ["f64"], "float": ["f32"], "double": ["f64"],
  ]
}

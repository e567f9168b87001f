/// Words that begin a statement of their own form, or end a block, and are neither verbs nor names.
public enum Keyword: String, Sendable, CaseIterable {
  /// `expect a == b`, `expect fails …`
  case expect
  /// `param epochs = 5`
  case param
  /// `time …`
  case time
  /// `repeat 500 … end`
  case `repeat`
  /// `for i in 0:10 … end`
  case `for`
  /// `def net x k … end`
  case def
  /// What ends a block.
  case end

  /// Whether the word begins a block.
  var beginsBlock: Bool { self == .repeat || self == .for || self == .def }

  /// The options a statement of the word takes itself, beside those of the verbs in it.
  var options: [OptionSignature] {
    switch self {
    case .expect: [OptionSignature("tol", .number)]
    case .repeat: [OptionSignature("watch", .indexList)]
    case .for: [OptionSignature("step", .integer), OptionSignature("watch", .indexList)]
    case .param, .time, .def, .end: []
    }
  }
}

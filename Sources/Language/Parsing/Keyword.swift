/// Words that begin a statement of their own form and are neither verbs nor names.
public enum Keyword: String, Sendable, CaseIterable {
  /// `expect a == b`, `expect fails …`
  case expect
  /// `param epochs = 5`
  case param
  /// `time …`
  case time
  /// Reserved for blocks.
  case `repeat`
  /// Reserved for blocks.
  case `for`
  /// Reserved for blocks.
  case def
  /// Reserved for blocks.
  case end

  /// True for the words of blocks, which are reserved but begin no statement yet.
  var isReserved: Bool {
    switch self {
    case .expect, .param, .time: false
    case .repeat, .for, .def, .end: true
    }
  }
}

/// What stands after an option's `=`, analysed.
enum OptionCode {
  case word(String)
  case text(String)
  case code(Code)
  case indices([IndexCode])

  /// Whether it is the same at every evaluation.
  var isConstant: Bool {
    switch self {
    case .word, .text: true
    case .code(.literal): true
    case .code: false
    case .indices(let items): items.allSatisfy(\.isConstant)
    }
  }
}

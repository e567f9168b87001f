/// An index item whose numbers are analysed.
enum IndexCode {
  case all
  case at(Code)
  case range(lower: Code?, upper: Code?, step: Code?)
}

extension IndexCode {
  /// Whether it is the same at every evaluation.
  var isConstant: Bool {
    func isLiteral(_ code: Code?) -> Bool {
      switch code {
      case nil, .literal?: true
      default: false
      }
    }
    return switch self {
    case .all: true
    case .at(let code): isLiteral(code)
    case .range(let lower, let upper, let step):
      isLiteral(lower) && isLiteral(upper) && isLiteral(step)
    }
  }
}

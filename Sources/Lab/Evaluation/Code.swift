import Language
import Provenance
import Tensors

/// An expression analysed once: names are slots, verbs and operators are call sites.
indirect enum Code {
  case literal(Node)
  case name(slot: Int, SourceSpan)
  case lastShown(SourceSpan)
  case matrix([Code], extents: [Int], SourceSpan)
  case index(Code, [IndexCode], site: Site)
  case operation(any Operation, [Code], site: Site)
  case call(CallSite)
}

/// An index item whose numbers are analysed.
enum IndexCode {
  case all
  case at(Code)
  case range(lower: Code?, upper: Code?, step: Code?)
}

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

extension SyntaxError.Cause {
  /// The texts of statements that are not formed as they should be.
  var statementWording: Wording {
    switch self {
    case .verbAsName(let name):
      Wording("`\(name)` is a verb and cannot be bound", help: "choose another name: my_\(name)")
    case .keywordAsName(let name):
      Wording(
        "`\(name)` is a keyword and cannot be bound", help: "choose another name: my_\(name)")
    case .lastShownAsName:
      Wording("`_` is the last shown value and cannot be bound")
    case .keywordInExpression(let name):
      Wording("`\(name)` is a keyword and is not a value")
    case .parameterForm:
      Wording("`param` needs a name and its value", help: "param epochs = 5")
    case .expectationForm:
      Wording(
        "`expect` needs a comparison",
        help: """
          expect a == b     also != < <= > >=
          expect a ~ b tol=1e-9
          expect fails statement
          """)
    case .equalsInExpectation: Wording("`=` compares nothing", help: "expect a == b")
    case .secondComparison: Wording("`expect` makes one comparison")
    case .toleranceWithout(let comparator):
      Wording(
        "`tol` belongs to `~`, not to `\(comparator.rawValue)`", help: "expect a ~ b tol=1e-9")
    case .unknownExpectationOption(let name):
      Wording("`expect` has no option `\(name)`", help: "its only option is tol")
    default: Wording("")
    }
  }

  /// The texts of blocks.
  var blockWording: Wording {
    switch self {
    case .unclosedBlock(let keyword, let end):
      Wording(
        "`\(keyword.rawValue)` has no `end`",
        secondary: end.map {
          [.init("this `end` closes it, and stands as one of a block around", at: $0)]
        }
          ?? [], help: "write `end` after its last statement")
    case .unclosedBeforeEnd(let bracket): Wording("`\(bracket)` is not closed before `end`")
    case .strayEnd:
      Wording("`end` closes no block", help: "blocks begin with `repeat`, `for` or `def`")
    case .endInsideLine: Wording("`end` stands on a line of its own, or after `;`")
    case .repeatForm: Wording("`repeat` needs a count", help: "repeat 500")
    case .loopForm:
      Wording(
        "`for` needs a name, `in` and a range", help: "for i in 0:10 runs with i from 0 to 9")
    case .stepInRange:
      Wording("the range of `for` has two bounds", help: "for i in 0:10 step=2")
    case .wholeNumber(let keyword, let role, let given):
      Wording("`\(keyword.rawValue)` takes a whole number as its \(role), not \(given)")
    case .unknownBlockOption(let keyword, let name, let known):
      Wording(
        "`\(keyword.rawValue)` has no option `\(name)`",
        help: Self.didYouMean(Nearest.match(name, among: known))
          ?? (known.count == 1
            ? "its only option is \(known[0])" : "it has \(Self.list(known, "and"))"))
    case .watchForm: Wording("`watch` takes names", help: "watch=loss,accuracy")
    case .definitionForm:
      Wording("`def` needs a name and the names of its operands", help: "def net x k")
    case .misplacedDefinition:
      Wording("`def` stands neither in a block nor after `time` or `expect fails`")
    case .builtInDefined(let name):
      Wording(
        "`\(name)` is a built-in verb and cannot be defined",
        help: "choose another name: my_\(name)")
    case .repeatedParameter(let name): Wording("`\(name)` stands twice in the line of the `def`")
    case .parameterInBlock:
      Wording("`param` stands outside of blocks", help: "bind it before the block")
    default: Wording("")
    }
  }
}

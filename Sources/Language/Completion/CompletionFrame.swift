/// What a completer has seen of one level of brackets.
struct CompletionFrame {
  /// Which words of a block's header are due, where they are no values.
  enum Clause {
    /// The variable of a `for`
    case variable
    /// The `in` after it
    case range
    /// The verb after `def`
    case definition
    /// Its operands
    case parameters
  }

  /// True until something of the statement has been read.
  var isStatementStart = false
  /// The application being written, if any.
  var verb: VerbSignature?
  /// The operands of the application read so far.
  var operandCount = 0
  /// The options of the application that were given.
  var usedOptions: [String] = []
  /// The option whose value comes next.
  var pendingOption: OptionSignature?
  /// The setting whose value comes next.
  var setting: SettingSignature?
  /// True after an operand outside of applications.
  var hasOperand = false
  /// True for brackets that are an index, not an operand.
  var isIndex = false
  /// True inside the brackets of a matrix, where another element may follow.
  var isMatrix = false
  /// The options of the statement itself that are not given yet: `tol` of an `expect`, `watch` of
  /// a `repeat`. They follow a value, outside of applications.
  var ownOptions: [OptionSignature] = []
  /// The words of a block's header that are due.
  var clause: Clause?

  /// The operand that comes next.
  var operand: OperandSignature? { verb?.operand(at: operandCount) }
  /// The operand that comes next if it is a text.
  var textOperand: OperandSignature? { verb?.operand(at: operandCount, isText: true) }

  /// An operator or a comma ends the application.
  mutating func endApplication() {
    verb = nil
    operandCount = 0
    usedOptions = []
    pendingOption = nil
    setting = nil
    hasOperand = false
    isStatementStart = false
  }

  /// An operand, or the value of an option, has been read.
  mutating func takeOperand() {
    isStatementStart = false
    if pendingOption != nil {
      pendingOption = nil
    } else if verb != nil {
      operandCount += 1
      setting = nil
    } else {
      hasOperand = true
    }
  }
}

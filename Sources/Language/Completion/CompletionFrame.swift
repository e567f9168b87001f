/// What a completer has seen of one level of brackets.
struct CompletionFrame {
  /// True until something of the statement has been read.
  var isStatementStart = false
  /// The application being written, if any.
  var verb: VerbSignature?
  /// The operands of the application read so far.
  var operandCount = 0
  /// The options of the application that were given.
  var usedOptions: [String] = []
  /// The option whose value comes next.
  var pendingOption: String?
  /// The setting whose value comes next.
  var setting: SettingSignature?
  /// True after an operand outside of applications.
  var hasOperand = false
  /// True for brackets that are an index, not an operand.
  var isIndex = false
  /// True inside the brackets of a matrix, where another element may follow.
  var isMatrix = false
  /// True after the comparator `~` of an `expect`.
  var takesTolerance = false

  /// The operand that comes next.
  var operand: OperandSignature? { verb?.operand(at: operandCount) }

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

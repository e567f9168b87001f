import Convolution
public import Language
import Provenance

/// A verb: its declaration, and what it does.
///
/// Help, completion, argument errors, suggestions and the README's verb table come out of the
/// signature; its examples run as tests. A verb is one file in `Verbs`, and a line in `Verb.all`.
public struct Verb: Sendable {
  /// What a verb does with its arguments.
  enum Action: Sendable {
    /// It makes an operation of the options, which is applied to the operands that are values. A
    /// call whose options are all written out makes its operation once.
    case operation(@Sendable (Arguments) throws -> any Operation)
    /// It gives a value that has no operands to remember.
    case value(@Sendable (Arguments) throws -> Node)
    /// It gives a value as above; as a statement of its own it may bind names instead.
    case source(
      value: @Sendable (Arguments) throws -> Node, alone: @Sendable (Arguments) throws -> Outcome)
    /// It does something and gives nothing.
    case command(@Sendable (Arguments) throws -> Void)

    /// What such a verb does in a round of a loop, unless it says otherwise.
    fileprivate var role: RoundRole {
      switch self {
      case .operation, .value: .apart
      case .source, .command: .session
      }
    }
  }

  /// What an expression that stands alone as a statement comes to.
  enum Outcome {
    /// A value to show.
    case value(Node)
    /// Values to bind to names.
    case bindings([(name: String, node: Node)])
  }

  /// Its name, operands, options, examples and summary.
  public let signature: VerbSignature
  let action: Action
  /// What its operands let one suspect, said once a statement; nil of operands as they should be.
  let remark: (@Sendable (Operands) -> String?)?
  /// What it does in a round of a loop.
  let role: RoundRole
  /// What it would do with operands that may be shapes; nil of a verb that no window belongs to.
  let plan: (@Sendable (Arguments) throws -> ConvolutionPlan)?

  init(
    _ name: String, _ group: VerbGroup, _ summary: String, operands: [OperandSignature] = [],
    options: [OptionSignature] = [], examples: [VerbExample] = [], synonyms: [String] = [],
    takesFreeOptions: Bool = false, runsFile: Bool = false,
    remark: (@Sendable (Operands) -> String?)? = nil, role: RoundRole? = nil,
    plan: (@Sendable (Arguments) throws -> ConvolutionPlan)? = nil, _ action: Action
  ) {
    var isCommand = false
    if case .command = action { isCommand = true }
    signature = VerbSignature(
      name, summary: summary, group: group, operands: operands, options: options,
      examples: examples, synonyms: synonyms, isCommand: isCommand,
      takesFreeOptions: takesFreeOptions, runsFile: runsFile)
    self.action = action
    self.remark = remark
    self.role = role ?? action.role
    self.plan = plan
  }
}

import Language
import Provenance

/// A verb with its arguments in the source, analysed once and shared by every value it makes.
final class CallSite {
  /// An operand as the verb's signature takes it.
  enum Operand {
    case value(Code)
    case text(String)
    case word(String)
    /// What a verb binds anew.
    case name(Target)
    /// Left as written: a cell, a whole call.
    case expression(Expression)
  }

  let verb: Verb
  let application: Application
  let operands: [Operand]
  let options: [(name: String, code: OptionCode)]
  let site: Site
  /// The operands that the verb's operation is applied to: those its signature calls values.
  let values: [Code]
  /// The operation of the options, kept where they cannot change.
  var operation: (any Operation)?
  let isConstant: Bool
  /// What the verb made of its options, kept where they cannot change.
  var kept: Any?
  let hasConstantOptions: Bool

  init(
    verb: Verb, application: Application, operands: [Operand],
    options: [(name: String, code: OptionCode)]
  ) {
    self.verb = verb
    self.application = application
    self.operands = operands
    self.options = options
    let signatures = operands.indices.map {
      application.operandSignature(at: $0, of: verb.signature)
    }
    let parts = zip(signatures, application.operands).map { declared, operand in
      Site.Part(declared?.role ?? "operand", named: declared?.name, at: operand.span)
    }
    // The verb and its options come first in an error's line only when no operand is to blame.
    site = Site(
      application.verbSpan, parts + application.options.map { Site.Part($0.name, at: $0.valueSpan) }
    )
    values = zip(signatures, operands).compactMap { declared, operand in
      switch (declared?.kind, operand) {
      case (.value?, .value(let code)), (.any?, .value(let code)): code
      default: nil
      }
    }
    hasConstantOptions = options.allSatisfy { $0.code.isConstant }
    isConstant =
      hasConstantOptions
      && zip(signatures, operands).allSatisfy { declared, operand in
        switch (operand, declared?.kind) {
        case (.value(.literal), _), (.text, _), (.word, _): true
        case (.value, .value?), (.value, .cell?), (.value, .any?): true
        default: false
        }
      }
  }
}

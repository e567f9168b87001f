import Language
import Provenance

/// A verb with its arguments in the source, analysed once and shared by every value it makes.
final class CallSite {
  /// An operand as the verb's signature takes it.
  enum Operand {
    case value(Code)
    case text(String)
    case word(String)
    /// Left as written: a cell, a name, a whole call.
    case expression(Expression)
  }

  let verb: Verb
  let application: Application
  let operands: [Operand]
  let options: [(name: String, code: OptionCode)]
  let site: Site
  /// The operation of the options, kept where they cannot change.
  var operation: (any Operation)?
  let isConstant: Bool

  init(
    verb: Verb, application: Application, operands: [Operand],
    options: [(name: String, code: OptionCode)]
  ) {
    self.verb = verb
    self.application = application
    self.operands = operands
    self.options = options
    let signature = verb.signature
    let parts = application.operands.enumerated().map { place, operand in
      let declared = application.operandSignature(at: place, of: signature)
      return Site.Part(declared?.role ?? "operand", named: declared?.name, at: operand.span)
    }
    // The verb and its options come first in an error's line only when no operand is to blame.
    site = Site(
      application.verbSpan, parts + application.options.map { Site.Part($0.name, at: $0.valueSpan) }
    )
    isConstant =
      options.allSatisfy { $0.code.isConstant }
      && zip(operands.indices, operands).allSatisfy { place, operand in
        switch (operand, application.operandSignature(at: place, of: signature)?.kind) {
        case (.value(.literal), _), (.text, _), (.word, _): true
        case (.value, .value?), (.value, .cell?), (.value, .any?): true
        default: false
        }
      }
  }
}

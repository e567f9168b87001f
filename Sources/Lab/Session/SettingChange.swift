import Kernels
import Language
import Provenance
import Rendering
import Tensors

/// One use of `set`.
struct SettingChange {
  /// What can be set.
  static let signatures = [
    SettingSignature(
      "dtype", .words(ElementType.allCases.map(\.description)), summary: "the type of new values"),
    SettingSignature("digits", .any, summary: "significant digits in tables, or auto"),
    SettingSignature("box", .words(of: BoxStyle.self), summary: "the lines of tables"),
    SettingSignature("width", .any, summary: "columns to draw in, or auto"),
  ]

  private let session: Session
  private let name: String?
  private let value: Expression?
  private let evaluated: (Expression) throws -> Double

  init(_ arguments: Arguments) throws {
    session = arguments.session
    var name: String?
    if arguments.count > 0, case .word(let word) = arguments.expression(0).kind { name = word }
    self.name = name
    value = arguments.count > 1 ? arguments.expression(1) : nil
    let session = session
    evaluated = { expression in
      let analyser = Analyser(of: session)
      return try Evaluator(session: session).node(analyser.code(expression)).value.tensor().number
    }
  }

  /// Changes the setting, or prints it where no value is given.
  func apply() throws {
    guard let value else {
      for name in name.map({ [$0] }) ?? Self.signatures.map(\.name) {
        session.write("\(name) \(current(name))")
      }
      return
    }
    switch (name, word(of: value)) {
    case ("dtype", "f32"): session.settings.elementType = .f32
    case ("dtype", _): session.settings.elementType = .f64
    case ("box", let word): session.settings.box = BoxStyle(rawValue: word ?? "") ?? .ascii
    case ("digits", "auto"): session.settings.digits = nil
    case ("digits", _): session.settings.digits = try whole(value, in: 1...RenderContext.mostDigits)
    case ("width", "auto"): session.settings.width = nil
    default: session.settings.width = try whole(value, in: 20...10_000)
    }
  }

  private func current(_ name: String) -> String {
    switch name {
    case "dtype": "\(session.settings.elementType)"
    case "digits": session.settings.digits.map(String.init) ?? "auto"
    case "box": session.settings.box.rawValue
    default: session.settings.width.map(String.init) ?? "auto"
    }
  }

  private func word(of expression: Expression) -> String? {
    switch expression.kind {
    case .word(let word), .name(let word): word
    default: nil
    }
  }

  private func whole(_ expression: Expression, in range: ClosedRange<Int>) throws -> Int {
    let number = try evaluated(expression)
    guard let whole = Int(exactly: number), range.contains(whole) else {
      throw Diagnostic(
        "`\(name ?? "")` takes a whole number from \(range.lowerBound) to \(range.upperBound), or auto",
        at: expression.span)
    }
    return whole
  }
}

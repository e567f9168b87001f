import Language

extension Session {
  /// Whether a value can be bound to a name: it reads as one, and is no verb and no keyword.
  func canBind(_ name: String) -> Bool {
    let script = Script(parsing: SourceText(name: "", text: name + "=0"), verbs: verbs.table)
    guard script.diagnostics.isEmpty, script.statements.count == 1,
      case .binding(let bound, _, _) = script.statements[0].kind
    else { return false }
    return bound == name
  }
}

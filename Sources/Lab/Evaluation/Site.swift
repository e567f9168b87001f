import Language

/// Where an operation stands in the source, and where each of its operands does.
struct Site {
  /// An operand or an option.
  struct Part {
    /// What errors call it.
    let role: String
    /// What help calls it.
    let name: String
    /// Where it stands.
    let span: SourceSpan

    init(_ role: String, named name: String? = nil, at span: SourceSpan) {
      self.role = role
      self.name = name ?? role
      self.span = span
    }
  }

  /// Where the caret goes when nobody in particular is to blame.
  let span: SourceSpan
  /// The operands and options.
  let parts: [Part]

  init(_ span: SourceSpan, _ parts: [Part] = []) {
    self.span = span
    self.parts = parts
  }

  /// The part with a role; nil where the operation does not have it.
  func part(_ role: String) -> Part? { parts.first { $0.role == role } }

  /// The place of one role as a site of its own: whatever goes wrong there is its fault.
  func focused(on role: String) -> Site { Site(part(role)?.span ?? span) }
}

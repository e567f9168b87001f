import Language

/// Where an operation stands in the source, and where each of its operands does.
struct Site {
  /// Where the caret goes when nobody in particular is to blame.
  let span: SourceSpan
  /// The places of the operands and options, by the roles that errors name.
  let roles: [(role: String, span: SourceSpan)]

  /// The place of a role; nil for one that the operation does not have here.
  func place(of role: String) -> SourceSpan? {
    roles.first { $0.role == role }?.span
  }

  /// The place of one role as a site of its own: whatever goes wrong there is its fault.
  func focused(on role: String) -> Site {
    Site(span: place(of: role) ?? span, roles: [])
  }
}

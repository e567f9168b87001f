import Kernels
import Language
import Tensors

/// An error in words, before it has a place: whom it blames by role, and what would mend it.
struct Explanation: Error {
  /// What one operand or option has to do with the error.
  struct Note {
    /// What it may be called: the first of these roles that the call has is meant.
    var roles: [String]
    /// The remark that stands at its place; may be empty. `%` is what help calls the operand.
    var text: String
  }

  /// What is wrong, in one line, naming the numbers that disagree.
  var message: String
  /// What each role that has its share in the error is; the first is where the caret goes.
  var notes: [Note] = []
  /// The nearest edit that would make the line legal.
  var help: String?
  /// The help of a call that has an operand of this role, in place of the one above.
  var helpForRole: (role: String, help: String)?

  /// An error that blames one operand or option, or without roles the whole call.
  ///
  /// - Parameter roles: what it may be called: verbs name alike operands differently.
  init(_ message: String, role roles: String..., note: String = "", help: String? = nil) {
    self.message = message
    if !roles.isEmpty { notes = [Note(roles: roles, text: note)] }
    self.help = help
  }

  /// An error with notes about several operands.
  init(_ message: String, notes: [(role: String, text: String)], help: String? = nil) {
    self.message = message
    self.notes = notes.map { Note(roles: [$0.role], text: $0.text) }
    self.help = help
  }

  /// The same error with one role to blame for it.
  func blaming(_ role: String) -> Explanation {
    Explanation(message, role: role, note: notes.first?.text ?? "", help: help)
  }

  /// The error at a place in the source: roles become spans.
  func diagnostic(at site: Site) -> Diagnostic {
    let known = notes.compactMap { note in
      note.roles.lazy.compactMap { site.part($0) }.first.map { part in
        Diagnostic.Note(note.text.replacing("%", with: part.name), at: part.span)
      }
    }
    return Diagnostic(
      message, at: known.first?.span ?? site.span,
      note: known.first?.text ?? notes.first?.text ?? "", secondary: Array(known.dropFirst()),
      help: helpForRole.flatMap { site.part($0.role) == nil ? nil : $0.help } ?? help)
  }

  /// The same error with other help for a call that has an operand of a role.
  func helping(_ role: String, _ help: String) -> Explanation {
    var explanation = self
    explanation.helpForRole = (role, help)
    return explanation
  }
}

import Kernels
import Language
import Tensors

/// An error in words, before it has a place: whom it blames by role, and what would mend it.
struct Explanation: Error {
  /// What is wrong, in one line, naming the numbers that disagree.
  var message: String
  /// What each role that has its share in the error is; the first is where the caret goes.
  var notes: [(role: String, text: String)] = []
  /// The nearest edit that would make the line legal.
  var help: String?

  /// An error that blames one role, or the whole call.
  init(_ message: String, role: String? = nil, note: String = "", help: String? = nil) {
    self.message = message
    if let role { notes = [(role, note)] }
    self.help = help
  }

  /// An error with notes about several roles.
  init(_ message: String, notes: [(role: String, text: String)], help: String? = nil) {
    self.message = message
    self.notes = notes
    self.help = help
  }

  /// The same error with one role to blame for it.
  func blaming(_ role: String) -> Explanation {
    Explanation(message, role: role, note: notes.first?.text ?? "", help: help)
  }

  /// The error at a place in the source: roles become spans.
  func diagnostic(at site: Site) -> Diagnostic {
    var known = notes.filter { note in site.roles.contains { $0.role == note.role } }
    let first = known.isEmpty ? nil : known.removeFirst()
    return Diagnostic(
      message, at: first.map { site.place(of: $0.role) } ?? site.span,
      note: first?.text ?? notes.first?.text ?? "",
      secondary: known.map { Diagnostic.Note($0.text, at: site.place(of: $0.role)) }, help: help)
  }
}

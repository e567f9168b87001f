/// The texts of a diagnostic, before it has a place.
struct Wording {
  var message: String
  var note: String
  var secondary: [Diagnostic.Note] = []
  var help: String?

  init(
    _ message: String, note: String = "", secondary: [Diagnostic.Note] = [], help: String? = nil
  ) {
    self.message = message
    self.note = note
    self.secondary = secondary
    self.help = help
  }
}

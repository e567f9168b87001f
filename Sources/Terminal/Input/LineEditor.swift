internal import CLibEdit
import Kernels

/// Lines edited on the terminal: keys, history, Ctrl-R, completion, pasted blocks.
final class LineEditor: LineSource {
  /// Answers Tab: what to type and list for a line with the cursor at this offset in bytes.
  var complete: (_ line: String, _ cursor: Int) -> CompletionEdit = { _, _ in CompletionEdit() }

  private var editor: OpaquePointer?

  /// An editor on standard input and output; nil if they cannot be edited on.
  init?(program: String) {
    let context = Unmanaged.passUnretained(self).toOpaque()
    editor = patchwork_editor_open(
      program, context,
      { context, editor, text, length, cursor in
        LineEditor.completed(context, editor, text, length, cursor)
      },
      { _, editor, text, length in LineEditor.pasted(editor, text, length) })
    if editor == nil { return nil }
  }

  deinit { patchwork_editor_close(editor) }

  func read(prompt: String) -> LineReading {
    guard patchwork_input_begin(0, patchwork_input_edited) else { return .end }
    defer { patchwork_input_end() }
    // From here on Ctrl-C is the editor's; one that came before it ends the block being typed.
    if Interrupt.isRequested { dropPending() }
    Interrupt.clear()
    let line = prompt.withCStringAndCount { patchwork_editor_read(editor, $0, $1) }
    switch line.kind {
    case patchwork_line_entered: return .line(Self.string(line.text, line.length))
    case patchwork_line_interrupted: return .interrupted(hadText: line.had_text)
    default: return .end
    }
  }

  func remember(_ entry: String) {
    entry.withCStringAndCount { patchwork_editor_remember(editor, $0, $1) }
  }

  func dropPending() { patchwork_editor_drop_pending(editor) }

  private static func string(_ text: UnsafePointer<CChar>?, _ length: Int) -> String {
    guard let text else { return "" }
    return String(decoding: UnsafeRawBufferPointer(start: text, count: length), as: UTF8.self)
  }

  private static func completed(
    _ context: UnsafeMutableRawPointer?, _ editor: OpaquePointer?, _ text: UnsafePointer<CChar>?,
    _ length: Int, _ cursor: Int
  ) {
    guard let context else { return }
    let own = Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue()
    let edit = own.complete(string(text, length), cursor)
    edit.inserted.withCStringAndCount {
      patchwork_editor_replace(editor, edit.erasedCharacters, $0, $1)
    }
    if !edit.listing.isEmpty {
      edit.listing.withCStringAndCount { patchwork_editor_list(editor, $0, $1) }
    }
  }

  private static func pasted(
    _ editor: OpaquePointer?, _ text: UnsafePointer<CChar>?, _ length: Int
  ) {
    let typed = PastedBlock.typed(UnsafeRawBufferPointer(start: text, count: length))
    typed.withCStringAndCount { patchwork_editor_paste(editor, $0, $1) }
  }
}

extension String {
  /// Calls the body with the text's bytes, NULs included, and how many they are.
  fileprivate func withCStringAndCount<Result>(
    _ body: (UnsafePointer<CChar>, Int) -> Result
  ) -> Result {
    let count = utf8.count
    return withCString { body($0, count) }
  }
}

// Characters for libedit: bytes decoded, pastes taken out of the stream, signals turned into
// redraws. Doing it here, under libedit's key map, makes pastes work in every mode of it.

#include "editor.h"

#include <stdlib.h>
#include <string.h>

static const char paste_start[] = "\033[200~";
static const char paste_end[] = "\033[201~";
enum {
  mark_length = sizeof paste_start - 1,
  sequence_wait = 50,             // milliseconds between the bytes that one key sends
  longest_paste = 8 * 1024 * 1024,  // bytes
};

static patchwork_input_kind next_byte(patchwork_editor *editor, int wait, unsigned char *byte) {
  if (editor->returned_count > 0) {
    *byte = editor->returned[0];
    editor->returned_count--;
    memmove(editor->returned, editor->returned + 1, editor->returned_count);
    return patchwork_input_byte;
  }
  if (editor->has_event) {
    editor->has_event = false;
    return editor->event;
  }
  return patchwork_input_next(wait, byte);
}

// After an escape: whether the rest of `paste_start` follows. If not, what was read is put back.
static bool starts_paste(patchwork_editor *editor) {
  unsigned char seen[mark_length];
  size_t count = 0;
  while (count + 1 < mark_length) {
    unsigned char byte;
    patchwork_input_kind kind = next_byte(editor, sequence_wait, &byte);
    if (kind != patchwork_input_byte) {
      if (kind != patchwork_input_timed_out) {
        editor->has_event = true;
        editor->event = kind;
      }
      break;
    }
    seen[count++] = byte;
    if (byte != (unsigned char)paste_start[count]) break;
    if (count + 1 == mark_length) return true;
  }
  memmove(editor->returned + count, editor->returned, editor->returned_count);
  memcpy(editor->returned, seen, count);
  editor->returned_count += count;
  return false;
}

static bool append(patchwork_editor *editor, unsigned char byte) {
  if (editor->block_length == editor->block_room) {
    size_t room = editor->block_room < 1024 ? 1024 : 2 * editor->block_room;
    char *larger = realloc(editor->block, room);
    if (larger == NULL) return false;
    editor->block = larger;
    editor->block_room = room;
  }
  editor->block[editor->block_length++] = (char)byte;
  return true;
}

// Reads to the end of the paste; what is over the limit is read and forgotten.
static bool read_paste(patchwork_editor *editor) {
  size_t matched = 0;
  bool fits = true;
  editor->block_length = 0;
  while (matched < mark_length) {
    unsigned char byte;
    patchwork_input_kind kind = next_byte(editor, -1, &byte);
    if (kind == patchwork_input_interrupted || kind == patchwork_input_ended) {
      editor->has_event = true;
      editor->event = kind;
      return false;
    }
    if (kind != patchwork_input_byte) continue;
    // Only the first byte of the mark is an escape, so a broken match starts over at this byte.
    if (byte == (unsigned char)paste_end[matched]) matched++;
    else matched = byte == (unsigned char)paste_end[0] ? 1 : 0;
    if (editor->block_length >= longest_paste || !append(editor, byte)) fits = false;
  }
  if (fits) editor->block_length -= mark_length;
  return fits;
}

// Draws the line again: over itself in a window of another size, or where the cursor is now.
static void redraw(patchwork_editor *editor, bool over_itself) {
  el_resize(editor->line);
  if (over_itself) {
    size_t above = patchwork_editor_rows(editor).above;
    if (above > 0) fprintf(stdout, "\033[%zuA", above);
    fputs("\r\033[J", stdout);
  }
  el_wset(editor->line, EL_REFRESH);
}

// The escape may open a paste. −1: it did, and nothing came of it.
static int escape(patchwork_editor *editor) {
  if (!starts_paste(editor)) return '\033';
  return read_paste(editor) ? paste_key : -1;
}

// Hands Ctrl-C to libedit as a key; what is left of a paste is not typed any more.
static int interrupt(patchwork_editor *editor, wchar_t *character) {
  patchwork_editor_drop_pending(editor);
  editor->interrupting = true;
  *character = interrupt_key;
  return 1;
}

int patchwork_editor_character(EditLine *line, wchar_t *character) {
  patchwork_editor *editor = NULL;
  *character = L'\0';
  if (el_wget(line, EL_CLIENTDATA, &editor) != 0 || editor == NULL) return 0;
  if (editor->interrupting) {  // some half-typed key took it
    editor->interrupted = true;
    return -1;
  }
  if (patchwork_editor_has_pending(editor)) {
    if (patchwork_input_take_interrupt()) return interrupt(editor, character);
    *character = editor->pending[editor->pending_next++];
    return 1;
  }
  for (;;) {
    unsigned char byte = 0;
    switch (next_byte(editor, -1, &byte)) {
      case patchwork_input_byte: break;
      case patchwork_input_interrupted: return interrupt(editor, character);
      case patchwork_input_ended: return 0;
      case patchwork_input_resized: redraw(editor, true); continue;
      case patchwork_input_resumed: redraw(editor, false); continue;
      case patchwork_input_timed_out: continue;
    }
    // A Ctrl-D typed before the editor took the terminal arrives as a NUL, which would quote a key.
    if (byte == 0 && editor->decoder.missing == 0) continue;
    if (byte == 0x1B && editor->decoder.missing == 0) {
      int key = escape(editor);
      if (key < 0) continue;
      *character = key;
      return 1;
    }
    utf8_step step = utf8_take(&editor->decoder, byte, character);
    if (step == utf8_more) continue;
    if (step == utf8_again) {
      memmove(editor->returned + 1, editor->returned, editor->returned_count);
      editor->returned[0] = byte;
      editor->returned_count++;
    }
    if (*character >= 0x80 && *character <= 0x9F) *character = 0xFFFD;
    return 1;
  }
}

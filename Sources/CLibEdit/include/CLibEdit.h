#pragma once

#include <stdbool.h>
#include <stddef.h>

// The terminal's input and the line editor as plain functions. All text is UTF-8 with its length;
// nothing variadic, no global of libedit and no libedit type leaves this module.

// ---- Locale -------------------------------------------------------------------------------------

// Takes LC_CTYPE from the environment, or a UTF-8 one where that names another encoding (or none):
// libedit would drop non-ASCII text silently. False if the machine has no UTF-8 locale at all.
bool patchwork_locale_prepare(void);

// How many columns a character takes: 0 for combining ones, 2 for wide ones, 1 for one that is not
// printable. Meaningful once the locale is prepared.
int patchwork_locale_columns(unsigned int character);

// ---- Input --------------------------------------------------------------------------------------

// What can happen while a terminal, a pipe or a file is listened to.
typedef enum {
  patchwork_input_byte,         // one more byte
  patchwork_input_interrupted,  // Ctrl-C
  patchwork_input_resized,      // the window has another size
  patchwork_input_resumed,      // continued after ^Z or a stop: what was drawn is gone
  patchwork_input_timed_out,    // nothing came in time
  patchwork_input_ended,        // closed, hung up or unreadable
} patchwork_input_kind;

// Starts listening: SIGINT, SIGWINCH, SIGTSTP and SIGCONT become events, and the terminal's modes
// are remembered, to be put back by `patchwork_input_end`, at exit and by every signal that kills.
// Nothing happens if already listening. False if what is not a terminal should be one, or there is
// no descriptor left.
typedef enum {
  patchwork_input_plain,   // the descriptor as it is, terminal or not
  patchwork_input_keys,    // raw: keys come one by one and are not echoed
  patchwork_input_edited,  // the editor sets the modes; the terminal is asked to mark pastes
} patchwork_input_mode;
bool patchwork_input_begin(int descriptor, patchwork_input_mode mode);

// Waits for the next event, at most `milliseconds` (−1: for ever).
patchwork_input_kind patchwork_input_next(int milliseconds, unsigned char *byte);

// Whether Ctrl-C came and has not been told by `patchwork_input_next`; it then will not be.
bool patchwork_input_take_interrupt(void);

// Stops listening: modes and signal handlers are as they were before.
void patchwork_input_end(void);

// ---- Line editor --------------------------------------------------------------------------------

typedef struct patchwork_editor patchwork_editor;

typedef enum {
  patchwork_line_entered,
  patchwork_line_interrupted,
  patchwork_line_ended,
} patchwork_line_kind;

// How a line ended. The text belongs to the editor and lives until the next read.
typedef struct {
  patchwork_line_kind kind;
  bool had_text;  // when interrupted: something had been typed
  const char *text;
  size_t length;
} patchwork_line;

// Called on Tab with the line and the cursor's offset in bytes; answers through
// `patchwork_editor_replace` and `patchwork_editor_list`.
typedef void (*patchwork_complete)(
    void *context, patchwork_editor *editor, const char *text, size_t length, size_t cursor);

// Called with a bracketed paste as it came; answers through `patchwork_editor_paste`.
typedef void (*patchwork_paste)(
    void *context, patchwork_editor *editor, const char *text, size_t length);

// Opens an editor on the process's own terminal (standard input and output); null if it cannot be.
// `~/.editrc` is read, with `program` as the name its lines may start with.
patchwork_editor *patchwork_editor_open(
    const char *program, void *context, patchwork_complete complete, patchwork_paste paste);

void patchwork_editor_close(patchwork_editor *editor);

// Reads one line, without its newline; call it while listening with `patchwork_input_edited`. What
// is left of a pasted block comes first.
patchwork_line patchwork_editor_read(patchwork_editor *editor, const char *prompt, size_t length);

// Whether lines of a pasted block are still waiting to be read.
bool patchwork_editor_has_pending(const patchwork_editor *editor);

// Forgets the waiting lines of a pasted block.
void patchwork_editor_drop_pending(patchwork_editor *editor);

// Puts an entry on top of the history that the arrows and Ctrl-R walk.
void patchwork_editor_remember(patchwork_editor *editor, const char *text, size_t length);

// Takes up the window's present size.
void patchwork_editor_resize(patchwork_editor *editor);

// For the callbacks: replaces the characters before the cursor by a text.
void patchwork_editor_replace(
    patchwork_editor *editor, size_t erased_characters, const char *text, size_t length);

// For the callbacks: shows lines (each ending in a newline) under the line being edited.
void patchwork_editor_list(patchwork_editor *editor, const char *text, size_t length);

// For the callbacks: inserts the text up to its first newline; the rest is entered line by line.
void patchwork_editor_paste(patchwork_editor *editor, const char *text, size_t length);

#pragma once

#include "CLibEdit.h"
#include "text.h"

#include <histedit.h>
#include <stdio.h>

// What the editor's files share. `histedit.h` goes no further than this folder.
struct patchwork_editor {
  EditLine *line;
  HistoryW *history;
  void *context;
  patchwork_complete complete;
  patchwork_paste paste;
  wchar_t *prompt;

  bool interrupting;  // Ctrl-C has been handed to libedit and not come back yet
  bool interrupted, had_text;
  char *text;  // the line handed out last

  utf8_decoder decoder;
  unsigned char returned[8];  // bytes read ahead and put back
  size_t returned_count;
  bool has_event;  // an event met while reading ahead
  patchwork_input_kind event;

  char *block;  // a paste as it came
  size_t block_length, block_room;
  wchar_t *pending;  // pasted characters still to be typed
  size_t pending_count, pending_next;
};

// The characters that stand for a paste and for Ctrl-C in libedit's key map: control characters
// that no keyboard sends and that the reader lets nobody else send.
enum { paste_key = 0x9F, interrupt_key = 0x9E };

// Reads a character for libedit (its EL_GETCFN).
int patchwork_editor_character(EditLine *line, wchar_t *character);

// How many rows the line being edited has above and below the cursor's row.
typedef struct {
  size_t above, below;
} editor_rows;
editor_rows patchwork_editor_rows(const patchwork_editor *editor);

// Sets the cursor's column and row free of what was drawn: to the line after it.
void patchwork_editor_leave_line(patchwork_editor *editor);

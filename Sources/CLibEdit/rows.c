// Where the cursor stands in a line that wraps. libedit knows, and does not tell.

#define _GNU_SOURCE  // wcwidth is X/Open

#include "editor.h"

#include <stdlib.h>
#include <wchar.h>

static size_t window_columns(EditLine *line) {
  // The answer of EL_GETTC is an int for "co"; a terminal that does not know has 80.
  int columns = 0;
  if (el_get(line, EL_GETTC, "co", &columns, NULL) != 0 || columns < 1) return 80;
  return (size_t)columns;
}

// The row and column after drawing `text` from there.
static void advance(
    const wchar_t *text, size_t count, size_t columns, size_t *row, size_t *column) {
  for (size_t i = 0; i < count; i++) {
    if (text[i] == L'\n') {
      ++*row;
      *column = 0;
      continue;
    }
    int width = wcwidth(text[i]);
    size_t taken = width >= 0 ? (size_t)width : 2;  // a control character is drawn as ^X
    if (*column + taken > columns) {
      ++*row;
      *column = 0;
    }
    *column += taken;
  }
  if (*column >= columns) {
    ++*row;
    *column = 0;
  }
}

editor_rows patchwork_editor_rows(const patchwork_editor *editor) {
  const LineInfoW *info = el_wline(editor->line);
  size_t columns = window_columns(editor->line);
  size_t row = 0, column = 0;
  if (editor->prompt != NULL)
    advance(editor->prompt, wcslen(editor->prompt), columns, &row, &column);
  advance(info->buffer, (size_t)(info->cursor - info->buffer), columns, &row, &column);
  size_t above = row;
  advance(info->cursor, (size_t)(info->lastchar - info->cursor), columns, &row, &column);
  return (editor_rows){above, row - above};
}

void patchwork_editor_leave_line(patchwork_editor *editor) {
  size_t below = patchwork_editor_rows(editor).below;
  for (size_t i = 0; i <= below; i++) fputc('\n', stdout);
}

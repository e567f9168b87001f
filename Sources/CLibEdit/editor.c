#include "editor.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static patchwork_editor *owner(EditLine *line) {
  patchwork_editor *editor = NULL;
  return el_wget(line, EL_CLIENTDATA, &editor) == 0 ? editor : NULL;
}

static wchar_t *prompt_of(EditLine *line) {
  static wchar_t none[] = L"";
  patchwork_editor *editor = owner(line);
  return editor == NULL || editor->prompt == NULL ? none : editor->prompt;
}

static unsigned char complete(EditLine *line, wint_t key) {
  (void)key;
  patchwork_editor *editor = owner(line);
  if (editor == NULL || editor->complete == NULL) return CC_ERROR;
  const LineInfoW *info = el_wline(line);
  size_t before = (size_t)(info->cursor - info->buffer);
  size_t count = (size_t)(info->lastchar - info->buffer);
  size_t length = utf8_size(info->buffer, count);
  char *text = malloc(length + 1);
  if (text == NULL) return CC_ERROR;
  utf8_narrow(info->buffer, count, text);
  editor->complete(editor->context, editor, text, length, utf8_size(info->buffer, before));
  free(text);
  return CC_REFRESH;
}

static unsigned char take_paste(EditLine *line, wint_t key) {
  (void)key;
  patchwork_editor *editor = owner(line);
  if (editor == NULL || editor->paste == NULL || editor->block == NULL) return CC_ERROR;
  editor->paste(editor->context, editor, editor->block, editor->block_length);
  editor->block_length = 0;
  return CC_REFRESH;
}

static unsigned char take_interrupt(EditLine *line, wint_t key) {
  (void)key;
  patchwork_editor *editor = owner(line);
  if (editor == NULL) return CC_ERROR;
  const LineInfoW *info = el_wline(line);
  editor->interrupting = false;
  editor->interrupted = true;
  editor->had_text = info->lastchar != info->buffer;
  patchwork_editor_leave_line(editor);
  return CC_EOF;
}

// Keys that terminals send and libedit has no binding for: their ends would be typed as text.
static void bind_usual_keys(EditLine *line) {
  static const wchar_t *const keys[][2] = {
      {L"1~", L"ed-move-to-beg"},         {L"4~", L"ed-move-to-end"},
      {L"7~", L"ed-move-to-beg"},         {L"8~", L"ed-move-to-end"},
      {L"5~", L"ed-search-prev-history"}, {L"6~", L"ed-search-next-history"},
      {L"1;5C", L"em-next-word"},         {L"1;5D", L"ed-prev-word"},
      {L"1;3C", L"em-next-word"},         {L"1;3D", L"ed-prev-word"},
      {L"3;5~", L"em-delete-next-word"},
  };
  static const wchar_t *const ignored[] = {
      L"[2~",   L"[Z",    L"[E",    L"[11~",  L"[12~",  L"[13~",  L"[14~",  L"[15~",
      L"[17~",  L"[18~",  L"[19~",  L"[20~",  L"[21~",  L"[23~",  L"[24~",  L"[1;2A",
      L"[1;2B", L"[1;2C", L"[1;2D", L"[1;5A", L"[1;5B", L"[1;3A", L"[1;3B", L"[5;5~",
      L"[6;5~", L"OP",    L"OQ",    L"OR",    L"OS",
  };
  wchar_t sequence[16];
  for (size_t i = 0; i < sizeof ignored / sizeof *ignored; i++) {
    (void)swprintf(sequence, 16, L"\\033%ls", ignored[i]);
    el_wset(line, EL_BIND, sequence, L"ed-ignore", NULL);
  }
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
    (void)swprintf(sequence, 16, L"\\033[%ls", keys[i][0]);
    el_wset(line, EL_BIND, sequence, keys[i][1], NULL);
  }
  el_wset(line, EL_BIND, L"^R", L"em-inc-search-prev", NULL);
  el_wset(line, EL_BIND, L"^S", L"em-inc-search-next", NULL);
}

static void bind_own_keys(EditLine *line) {
  static const wchar_t *const keys[][2] = {
      {L"\\237", L"patchwork-paste"},
      {L"\\236", L"patchwork-interrupt"},
  };
  el_wset(line, EL_BIND, L"^I", L"patchwork-complete", NULL);
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
    el_wset(line, EL_BIND, keys[i][0], keys[i][1], NULL);
    el_wset(line, EL_BIND, L"-a", keys[i][0], keys[i][1], NULL);
  }
}

static bool configure(patchwork_editor *editor) {
  EditLine *line = editor->line;
  HistEventW event;
  if (history_w(editor->history, &event, H_SETSIZE, 20000) < 0) return false;
  (void)history_w(editor->history, &event, H_SETUNIQUE, 1);
  el_wset(line, EL_CLIENTDATA, editor);
  el_wset(line, EL_SIGNAL, 0);
  el_wset(line, EL_GETCFN, patchwork_editor_character);
  el_wset(line, EL_PROMPT, prompt_of);
  el_wset(line, EL_HIST, history_w, editor->history);
  el_wset(line, EL_EDITOR, L"emacs");
  el_wset(line, EL_ADDFN, L"patchwork-complete", L"Complete the word", complete);
  el_wset(line, EL_ADDFN, L"patchwork-paste", L"Insert a pasted block", take_paste);
  el_wset(line, EL_ADDFN, L"patchwork-interrupt", L"Give the line up", take_interrupt);
  bind_usual_keys(line);
  (void)el_source(line, NULL);
  bind_own_keys(line);  // after ~/.editrc: `bind -v` there sets every key anew
  return true;
}

patchwork_editor *patchwork_editor_open(
    const char *program, void *context, patchwork_complete complete, patchwork_paste paste) {
  patchwork_editor *editor = calloc(1, sizeof *editor);
  if (editor == NULL) return NULL;
  editor->context = context;
  editor->complete = complete;
  editor->paste = paste;
  editor->history = history_winit();
  editor->line = el_init(program, stdin, stdout, stderr);
  if (editor->history == NULL || editor->line == NULL || !configure(editor)) {
    patchwork_editor_close(editor);
    return NULL;
  }
  return editor;
}

void patchwork_editor_close(patchwork_editor *editor) {
  if (editor == NULL) return;
  if (editor->line != NULL) el_end(editor->line);
  if (editor->history != NULL) history_wend(editor->history);
  free(editor->prompt);
  free(editor->text);
  free(editor->block);
  free(editor->pending);
  free(editor);
}

static void set_prompt(patchwork_editor *editor, const char *prompt, size_t length) {
  size_t count;
  wchar_t *wide = utf8_widen(prompt, length, &count);
  if (wide == NULL) return;
  free(editor->prompt);
  editor->prompt = wide;
}

static patchwork_line entered(patchwork_editor *editor, const wchar_t *wide, size_t count) {
  if (count > 0 && (wide[count - 1] == L'\n' || wide[count - 1] == L'\r')) count--;
  size_t length = utf8_size(wide, count);
  char *text = realloc(editor->text, length + 1);
  if (text == NULL) return (patchwork_line){patchwork_line_ended, false, "", 0};
  utf8_narrow(wide, count, text);
  editor->text = text;
  return (patchwork_line){patchwork_line_entered, false, text, length};
}

patchwork_line patchwork_editor_read(patchwork_editor *editor, const char *prompt, size_t length) {
  set_prompt(editor, prompt, length);
  editor->interrupting = editor->interrupted = editor->had_text = false;
  // Before the prompt is seen: what is typed at once after it must not be echoed as well.
  el_wset(editor->line, EL_PREP_TERM, 1);
  int count = 0;
  const wchar_t *wide = el_wgets(editor->line, &count);
  (void)fflush(stdout);
  if (editor->interrupted) {
    patchwork_editor_drop_pending(editor);
    return (patchwork_line){patchwork_line_interrupted, editor->had_text, "", 0};
  }
  if (wide == NULL || count <= 0) return (patchwork_line){patchwork_line_ended, false, "", 0};
  return entered(editor, wide, (size_t)count);
}

bool patchwork_editor_has_pending(const patchwork_editor *editor) {
  return editor->pending_next < editor->pending_count;
}

void patchwork_editor_drop_pending(patchwork_editor *editor) {
  editor->pending_next = editor->pending_count = 0;
  editor->returned_count = 0;
  editor->has_event = false;
  editor->decoder.missing = 0;
}

void patchwork_editor_remember(patchwork_editor *editor, const char *text, size_t length) {
  size_t count;
  HistEventW event;
  wchar_t *wide = utf8_widen(text, length, &count);
  if (wide == NULL) return;
  for (size_t i = 0; i < count; i++)
    if (wide[i] == L'\0') wide[i] = 0xFFFD;
  (void)history_w(editor->history, &event, H_ENTER, wide);
  free(wide);
}

void patchwork_editor_resize(patchwork_editor *editor) { el_resize(editor->line); }

void patchwork_editor_replace(
    patchwork_editor *editor, size_t erased_characters, const char *text, size_t length) {
  size_t count;
  wchar_t *wide = utf8_widen(text, length, &count);
  if (wide == NULL) return;
  const LineInfoW *info = el_wline(editor->line);
  size_t before = (size_t)(info->cursor - info->buffer);
  if (erased_characters > before) erased_characters = before;
  if (erased_characters > 0) el_wdeletestr(editor->line, (int)erased_characters);
  if (count > 0) (void)el_winsertstr(editor->line, wide);
  free(wide);
}

void patchwork_editor_list(patchwork_editor *editor, const char *text, size_t length) {
  patchwork_editor_leave_line(editor);
  (void)fwrite(text, 1, length, stdout);
  el_wset(editor->line, EL_REFRESH);
}

void patchwork_editor_paste(patchwork_editor *editor, const char *text, size_t length) {
  const char *newline = memchr(text, '\n', length);
  size_t first = newline == NULL ? length : (size_t)(newline - text);
  patchwork_editor_replace(editor, 0, text, first);
  if (newline == NULL) return;
  size_t count;
  wchar_t *wide = utf8_widen(newline, length - first, &count);
  if (wide == NULL) return;
  free(editor->pending);
  editor->pending = wide;
  editor->pending_count = count;
  editor->pending_next = 0;
}

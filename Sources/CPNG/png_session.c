#include "png_session.h"

// libpng ends every error here and expects no return.
static void fail(png_structp png, png_const_charp text) {
  patchwork_session *session = png_get_error_ptr(png);
  if (session->status == patchwork_ok) session->status = patchwork_corrupt;
  patchwork_say(session->message, text);
  longjmp(session->escape, 1);
}

static void ignore(png_structp png, png_const_charp text) {
  (void)png;
  (void)text;
}

static bool begin(patchwork_session *session, bool writes, patchwork_message *message) {
  session->writes = writes;
  session->status = patchwork_ok;
  session->message = message;
  session->png = NULL;
  session->info = NULL;
  patchwork_say(message, "");
  // A different libpng than the headers' makes the constructor itself fail: also through `fail`.
  if (setjmp(session->escape) != 0) return false;
  session->png = writes ? png_create_write_struct(PNG_LIBPNG_VER_STRING, session, fail, ignore)
                        : png_create_read_struct(PNG_LIBPNG_VER_STRING, session, fail, ignore);
  if (session->png) session->info = png_create_info_struct(session->png);
  if (session->info) return true;
  patchwork_session_end(session);
  session->status = patchwork_no_memory;
  return false;
}

bool patchwork_session_begin_read(patchwork_session *session, patchwork_message *message) {
  return begin(session, false, message);
}

bool patchwork_session_begin_write(patchwork_session *session, patchwork_message *message) {
  return begin(session, true, message);
}

void patchwork_session_attempt(patchwork_session *session, void (*body)(void *), void *context) {
  if (setjmp(session->escape) == 0) body(context);
}

void patchwork_session_end(patchwork_session *session) {
  if (session->writes) {
    png_destroy_write_struct(&session->png, &session->info);
  } else {
    png_destroy_read_struct(&session->png, &session->info, NULL);
  }
}

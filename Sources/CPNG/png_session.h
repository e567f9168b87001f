#pragma once

#include "block.h"

#include <png.h>
#include <setjmp.h>

// One use of libpng: its structures, and where it jumps to when something is wrong.
typedef struct {
  jmp_buf escape;
  png_structp png;
  png_infop info;
  bool writes;
  patchwork_status status;  // what an error means; patchwork_corrupt unless said otherwise
  patchwork_message *message;
} patchwork_session;

// False when there is no memory; the status says so.
bool patchwork_session_begin_read(patchwork_session *session, patchwork_message *message);
bool patchwork_session_begin_write(patchwork_session *session, patchwork_message *message);
void patchwork_session_end(patchwork_session *session);

// Runs the body, which may call libpng; an error ends the body early and is left in the status.
// The only other setjmp: the function that holds it changes no variable of its own, so that the jump
// leaves nothing indeterminate (C17, 7.13.2.1).
void patchwork_session_attempt(patchwork_session *session, void (*body)(void *), void *context);

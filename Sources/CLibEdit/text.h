#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <wchar.h>

// UTF-8 and wide characters, whatever the locale. What is not valid becomes U+FFFD.

// Collects UTF-8 bytes into characters.
typedef struct {
  unsigned int value;
  unsigned int smallest;  // below it the sequence is longer than it needs to be
  int missing;            // continuation bytes still to come
} utf8_decoder;

typedef enum {
  utf8_more,    // the character is not complete
  utf8_done,    // a character (perhaps U+FFFD)
  utf8_again,   // U+FFFD for what came before; hand the same byte in again
} utf8_step;

utf8_step utf8_take(utf8_decoder *decoder, unsigned char byte, wchar_t *character);

// A wide copy, ended by a NUL, to be freed; null without memory.
wchar_t *utf8_widen(const char *text, size_t length, size_t *count);

// How many bytes wide characters take.
size_t utf8_size(const wchar_t *text, size_t count);

// Writes them, without a NUL.
void utf8_narrow(const wchar_t *text, size_t count, char *bytes);

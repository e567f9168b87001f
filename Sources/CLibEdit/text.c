#define _GNU_SOURCE  // wcwidth is X/Open

#include "text.h"

#include "CLibEdit.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

enum { replacement = 0xFFFD };

static bool is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

bool patchwork_locale_prepare(void) {
  static const char *const fallbacks[] = {"C.UTF-8", "en_US.UTF-8", "UTF-8"};
  if (setlocale(LC_CTYPE, "") != NULL && is_utf8()) return true;
  for (size_t i = 0; i < sizeof fallbacks / sizeof *fallbacks; i++)
    if (setlocale(LC_CTYPE, fallbacks[i]) != NULL && is_utf8()) return true;
  return false;
}

int patchwork_locale_columns(unsigned int character) {
  int columns = wcwidth((wchar_t)character);
  return columns < 0 ? 1 : columns;
}

static bool is_scalar(unsigned int value) {
  return value <= 0x10FFFF && !(value >= 0xD800 && value <= 0xDFFF);
}

utf8_step utf8_take(utf8_decoder *decoder, unsigned char byte, wchar_t *character) {
  if (decoder->missing > 0) {
    if ((byte & 0xC0) != 0x80) {
      decoder->missing = 0;
      *character = replacement;
      return utf8_again;
    }
    decoder->value = decoder->value << 6 | (byte & 0x3F);
    if (--decoder->missing > 0) return utf8_more;
    bool valid = decoder->value >= decoder->smallest && is_scalar(decoder->value);
    *character = valid ? (wchar_t)decoder->value : replacement;
    return utf8_done;
  }
  if (byte < 0x80) {
    *character = byte;
    return utf8_done;
  }
  if (byte >= 0xC2 && byte <= 0xDF) {
    *decoder = (utf8_decoder){byte & 0x1F, 0x80, 1};
  } else if (byte >= 0xE0 && byte <= 0xEF) {
    *decoder = (utf8_decoder){byte & 0x0F, 0x800, 2};
  } else if (byte >= 0xF0 && byte <= 0xF4) {
    *decoder = (utf8_decoder){byte & 0x07, 0x10000, 3};
  } else {
    *character = replacement;
    return utf8_done;
  }
  return utf8_more;
}

wchar_t *utf8_widen(const char *text, size_t length, size_t *count) {
  wchar_t *wide = calloc(length + 1, sizeof *wide);
  size_t written = 0;
  utf8_decoder decoder = {0, 0, 0};
  for (size_t i = 0; wide != NULL && i < length; i++) {
    wchar_t character;
    utf8_step step = utf8_take(&decoder, (unsigned char)text[i], &character);
    if (step == utf8_more) continue;
    wide[written++] = character;
    if (step == utf8_again) i--;
  }
  if (wide != NULL && decoder.missing > 0) wide[written++] = replacement;
  *count = written;
  return wide;
}

static size_t size_of(wchar_t character) {
  unsigned int value = (unsigned int)character;
  return value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4;
}

size_t utf8_size(const wchar_t *text, size_t count) {
  size_t size = 0;
  for (size_t i = 0; i < count; i++) size += size_of(text[i]);
  return size;
}

void utf8_narrow(const wchar_t *text, size_t count, char *bytes) {
  static const unsigned char leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
  for (size_t i = 0; i < count; i++) {
    unsigned int value = (unsigned int)text[i];
    size_t size = size_of(text[i]);
    for (size_t place = size; place-- > 1; value >>= 6) bytes[place] = (char)(0x80 | (value & 0x3F));
    bytes[0] = (char)(size == 1 ? value : (leads[size] | value));
    bytes += size;
  }
}

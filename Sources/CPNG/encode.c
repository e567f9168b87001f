#include "png_session.h"

#include <string.h>

typedef struct {
  patchwork_session session;
  patchwork_block *encoded;
  const uint8_t *pixels;
  size_t count;
  patchwork_picture picture;
  patchwork_stop stop;
} writer;

static void put(png_structp png, png_bytep bytes, size_t count) {
  writer *w = png_get_io_ptr(png);
  if (!patchwork_block_reserve(w->encoded, count)) {
    w->session.status = patchwork_no_memory;
    png_error(png, "no memory for the encoded picture");
  }
  memcpy(w->encoded->bytes + w->encoded->count, bytes, count);
  w->encoded->count += count;
}

static void flush(png_structp png) { (void)png; }

static void encode(void *context) {
  writer *w = context;
  png_structp png = w->session.png;
  png_infop info = w->session.info;
  patchwork_picture picture = w->picture;
  bool known = (picture.channels == 1 || picture.channels == 3) &&
               (picture.bits == 8 || picture.bits == 16);
  if (!known) png_error(png, "pictures have 1 or 3 channels of 8 or 16 bits");
  png_set_write_fn(png, w, put, flush);
  png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  png_set_IHDR(
      png, info, picture.width, picture.height, (int)picture.bits,
      picture.channels == 3 ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE,
      PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  size_t row = (size_t)picture.width * picture.channels * (picture.bits / 8);
  if (picture.height != w->count / row) png_error(png, "there are not as many pixels as declared");
  png_write_info(png, info);
  for (size_t y = 0; y < picture.height; y++) {
    if (w->stop && w->stop()) {
      w->session.status = patchwork_interrupted;
      png_error(png, "interrupted");
    }
    png_write_row(png, w->pixels + y * row);
  }
  png_write_end(png, NULL);
}

patchwork_status patchwork_png_encode(
    const uint8_t *pixels, size_t count, patchwork_picture picture, patchwork_block *encoded,
    patchwork_stop stop, patchwork_message *message) {
  *encoded = (patchwork_block){0};
  writer w = {
      .encoded = encoded, .pixels = pixels, .count = count, .picture = picture, .stop = stop};
  if (patchwork_session_begin_write(&w.session, message)) {
    patchwork_session_attempt(&w.session, encode, &w);
    patchwork_session_end(&w.session);
  }
  if (w.session.status != patchwork_ok) patchwork_block_free(encoded);
  return w.session.status;
}

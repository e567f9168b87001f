#include "png_session.h"

#include <string.h>

typedef struct {
  patchwork_session session;
  const uint8_t *bytes;
  size_t left, count;
  patchwork_picture picture;
  uint64_t pixel_cap;
  uint8_t *pixels;
  size_t capacity;
  patchwork_stop stop;
} reader;

static void take(png_structp png, png_bytep into, size_t count) {
  reader *r = png_get_io_ptr(png);
  if (count > r->left) {
    r->session.status = patchwork_truncated;
    png_error(png, "the picture ends too early");
  }
  memcpy(into, r->bytes, count);
  r->bytes += count;
  r->left -= count;
}

// Profiles, texts and the like are skipped unread: all but IHDR, PLTE, tRNS, IDAT and IEND.
static void skip_ancillary_chunks(png_structp png) {
  png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, NULL, -1);
}

// Everything up to the pixels, and the transformations that make 8 or 16 bits of grey or colour of
// whatever the file has.
static void read_header(reader *r) {
  png_structp png = r->session.png;
  png_infop info = r->session.info;
  patchwork_picture *picture = &r->picture;
  png_set_read_fn(png, r, take);
  png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  skip_ancillary_chunks(png);
  png_read_info(png, info);
  png_byte type = png_get_color_type(png, info), bits = png_get_bit_depth(png, info);
  bool transparent = png_get_valid(png, info, PNG_INFO_tRNS) != 0;
  picture->width = png_get_image_width(png, info);
  picture->height = png_get_image_height(png, info);
  picture->channels = type & PNG_COLOR_MASK_COLOR ? 3 : 1;
  picture->bits = bits == 16 ? 16 : 8;
  picture->had_alpha = (type & PNG_COLOR_MASK_ALPHA) || transparent;
  if (type == PNG_COLOR_TYPE_PALETTE) png_set_palette_to_rgb(png);
  if (type == PNG_COLOR_TYPE_GRAY && bits < 8) png_set_expand_gray_1_2_4_to_8(png);
  png_set_strip_alpha(png);
}

// Deflate makes at most 1032 bytes of one, so a file tells how many pixels it cannot hold.
static bool can_hold(const reader *r, uint64_t pixels) {
  uint64_t bits = (uint64_t)png_get_bit_depth(r->session.png, r->session.info) *
                  png_get_channels(r->session.png, r->session.info);
  return r->count >= UINT64_MAX / 1032 / 8 || pixels <= (uint64_t)r->count * 1032 * 8 / bits;
}

static void describe(void *context) {
  reader *r = context;
  read_header(r);
  patchwork_picture *picture = &r->picture;
  uint64_t pixels = (uint64_t)picture->width * picture->height;
  if (pixels > r->pixel_cap || pixels > UINT64_MAX / 8) {
    r->session.status = patchwork_too_large;
  } else if (!can_hold(r, pixels)) {
    r->session.status = patchwork_truncated;
  } else {
    picture->bytes = pixels * picture->channels * (picture->bits / 8);
  }
}

patchwork_status patchwork_png_describe(
    const uint8_t *bytes, size_t count, uint64_t pixel_cap, patchwork_picture *picture,
    patchwork_message *message) {
  reader r = {.bytes = bytes, .left = count, .count = count, .pixel_cap = pixel_cap};
  if (patchwork_session_begin_read(&r.session, message)) {
    patchwork_session_attempt(&r.session, describe, &r);
    patchwork_session_end(&r.session);
  }
  *picture = r.picture;
  return r.session.status;
}

static void decode(void *context) {
  reader *r = context;
  read_header(r);
  png_structp png = r->session.png;
  png_infop info = r->session.info;
  int passes = png_set_interlace_handling(png);
  png_read_update_info(png, info);
  size_t row = png_get_rowbytes(png, info), height = png_get_image_height(png, info);
  if (row != 0 && height > r->capacity / row) png_error(png, "the picture changed its size");
  for (int pass = 0; pass < passes; pass++) {
    for (size_t y = 0; y < height; y++) {
      if (r->stop && r->stop()) {
        r->session.status = patchwork_interrupted;
        png_error(png, "interrupted");
      }
      png_read_row(png, r->pixels + y * row, NULL);
    }
  }
  png_read_end(png, NULL);
}

patchwork_status patchwork_png_decode(
    const uint8_t *bytes, size_t count, uint8_t *pixels, size_t capacity, patchwork_stop stop,
    patchwork_message *message) {
  reader r = {.bytes = bytes, .left = count, .count = count,
              .pixels = pixels, .capacity = capacity, .stop = stop};
  if (patchwork_session_begin_read(&r.session, message)) {
    patchwork_session_attempt(&r.session, decode, &r);
    patchwork_session_end(&r.session);
  }
  return r.session.status;
}

#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Pictures through libpng and inflation through zlib, from memory to memory. No long jump, no global
// and no variadic call leaves this module; messages of the libraries are copied to the caller.

typedef enum {
  patchwork_ok = 0,
  patchwork_corrupt = 1,      // the bytes break the format; the message says how
  patchwork_truncated = 2,    // the bytes end too early
  patchwork_too_large = 3,    // more than the cap that the caller gave
  patchwork_no_memory = 4,
  patchwork_interrupted = 5,  // the caller's stop function said so
} patchwork_status;

// Asked now and then while a call runs; true ends it with patchwork_interrupted. May be NULL.
typedef bool (*patchwork_stop)(void);

// What a library said, ended by a zero, cut to fit.
typedef struct {
  char text[160];
} patchwork_message;

// A block that the C library allocated: give it back with patchwork_block_free.
typedef struct {
  uint8_t *bytes;
  size_t count;
  size_t capacity;
} patchwork_block;

void patchwork_block_free(patchwork_block *block);

// A picture as it comes out of patchwork_png_decode: rows from the top, channels interleaved,
// samples of 8 bits or of 16 bits with the high byte first.
typedef struct {
  uint32_t width, height;
  uint32_t channels;  // 1 (grey) or 3 (red, green, blue)
  uint32_t bits;      // 8 or 16
  bool had_alpha;     // an alpha channel or transparent colours were there and are left out
  uint64_t bytes;     // what the decoded picture needs
} patchwork_picture;

// Reads what comes before the pixels. A picture of more pixels than the cap is patchwork_too_large
// (width and height are set), one that so few bytes cannot hold is patchwork_truncated.
patchwork_status patchwork_png_describe(
    const uint8_t *bytes, size_t count, uint64_t pixel_cap, patchwork_picture *picture,
    patchwork_message *message);

// Decodes into `pixels`, which must have room for picture.bytes as patchwork_png_describe told.
patchwork_status patchwork_png_decode(
    const uint8_t *bytes, size_t count, uint8_t *pixels, size_t capacity, patchwork_stop stop,
    patchwork_message *message);

// Encodes a picture laid out as above (had_alpha and bytes are not looked at).
patchwork_status patchwork_png_encode(
    const uint8_t *pixels, size_t count, patchwork_picture picture, patchwork_block *encoded,
    patchwork_stop stop, patchwork_message *message);

typedef enum { patchwork_deflate = 0, patchwork_gzip = 1 } patchwork_wrapping;

// Inflates one deflate stream, or all members of a gzip file, to at most `cap` bytes.
// `consumed` counts the input bytes that were used.
patchwork_status patchwork_inflate(
    const uint8_t *bytes, size_t count, patchwork_wrapping wrapping, size_t cap,
    patchwork_block *inflated, size_t *consumed, patchwork_stop stop, patchwork_message *message);

// The checksum of zip and gzip; 0 starts one.
uint32_t patchwork_crc32(uint32_t checksum, const uint8_t *bytes, size_t count);

#include "block.h"

#include <limits.h>
#include <string.h>
#include <zlib.h>

// A step small enough that an interrupt is answered at once.
static const size_t step = 1 << 18;

static unsigned limited(size_t count) { return count < step ? (unsigned)count : (unsigned)step; }

static patchwork_status failure(z_stream *stream, int code, patchwork_message *message) {
  if (code == Z_MEM_ERROR) return patchwork_no_memory;
  patchwork_say(message, stream->msg ? stream->msg : "invalid compressed data");
  return patchwork_corrupt;
}

// Inflates until the stream ends. The input is handed over in steps too, since zlib counts it in 32 bits.
static patchwork_status inflate_stream(
    z_stream *stream, const uint8_t *bytes, size_t count, size_t *used, size_t cap,
    patchwork_block *inflated, patchwork_stop stop, patchwork_message *message) {
  for (;;) {
    if (stop && stop()) return patchwork_interrupted;
    // One byte past the cap tells a stream that ends there from one that goes on.
    size_t room = cap - inflated->count;
    unsigned output = room < step ? (unsigned)room + 1 : (unsigned)step;
    if (!patchwork_block_reserve(inflated, output)) return patchwork_no_memory;
    unsigned input = limited(count - *used);
    stream->next_in = (Bytef *)bytes + *used;
    stream->avail_in = input;
    stream->next_out = inflated->bytes + inflated->count;
    stream->avail_out = output;
    int code = inflate(stream, Z_NO_FLUSH);
    *used += input - stream->avail_in;
    inflated->count += output - stream->avail_out;
    if (inflated->count > cap) return patchwork_too_large;
    if (code == Z_STREAM_END) return patchwork_ok;
    bool ended = *used == count && stream->avail_out != 0;
    if (code == Z_BUF_ERROR || (code == Z_OK && ended)) return patchwork_truncated;
    if (code != Z_OK) return failure(stream, code, message);
  }
}

patchwork_status patchwork_inflate(
    const uint8_t *bytes, size_t count, patchwork_wrapping wrapping, size_t cap,
    patchwork_block *inflated, size_t *consumed, patchwork_stop stop, patchwork_message *message) {
  *inflated = (patchwork_block){0};
  *consumed = 0;
  patchwork_say(message, "");
  if (cap >= SIZE_MAX / 4) cap = SIZE_MAX / 4;
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  int code = inflateInit2(&stream, wrapping == patchwork_gzip ? 16 + MAX_WBITS : -MAX_WBITS);
  if (code != Z_OK) return failure(&stream, code, message);
  patchwork_status status;
  for (;;) {
    status = inflate_stream(&stream, bytes, count, consumed, cap, inflated, stop, message);
    // RFC 1952, 2.2: a gzip file is a series of members, inflated one after the other.
    bool another = status == patchwork_ok && wrapping == patchwork_gzip && count - *consumed >= 2 &&
                   bytes[*consumed] == 0x1f && bytes[*consumed + 1] == 0x8b;
    if (!another || inflateReset(&stream) != Z_OK) break;
  }
  inflateEnd(&stream);
  if (status != patchwork_ok) patchwork_block_free(inflated);
  return status;
}

uint32_t patchwork_crc32(uint32_t checksum, const uint8_t *bytes, size_t count) {
  uLong value = checksum;
  while (count > 0) {
    unsigned part = count < INT_MAX ? (unsigned)count : INT_MAX;
    value = crc32(value, bytes, part);
    bytes += part;
    count -= part;
  }
  return (uint32_t)value;
}

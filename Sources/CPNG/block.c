#include "block.h"

#include <stdlib.h>
#include <string.h>

void patchwork_block_free(patchwork_block *block) {
  free(block->bytes);
  *block = (patchwork_block){0};
}

bool patchwork_block_reserve(patchwork_block *block, size_t more) {
  if (more <= block->capacity - block->count) return true;
  if (more > SIZE_MAX / 2 - block->count) return false;
  size_t capacity = block->count + more;
  if (capacity < 2 * block->capacity) capacity = 2 * block->capacity;
  if (capacity < 4096) capacity = 4096;
  uint8_t *bytes = realloc(block->bytes, capacity);
  if (!bytes) return false;
  block->bytes = bytes;
  block->capacity = capacity;
  return true;
}

void patchwork_say(patchwork_message *message, const char *text) {
  size_t count = text ? strlen(text) : 0;
  if (count > sizeof message->text - 1) count = sizeof message->text - 1;
  if (count) memcpy(message->text, text, count);
  message->text[count] = 0;
}

#pragma once

#include "CPNG.h"

// Makes room for `more` bytes after the block's end; false when there is no memory for them.
bool patchwork_block_reserve(patchwork_block *block, size_t more);

// Copies a text into a message, cut to fit.
void patchwork_say(patchwork_message *message, const char *text);

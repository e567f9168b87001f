#include "CSystem.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

// Defined by the Swift room of the kernels, which is compiled for a particular processor. The
// function itself is a constant and needs none of that processor's features.
extern uint64_t patchwork_required_features(void) __attribute__((weak));

uint64_t patchwork_available_features(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  uint64_t features = 0;
#define FEATURE(bit, name) \
  if (__builtin_cpu_supports(name)) features |= 1ull << bit;
  PATCHWORK_FEATURES(FEATURE)
#undef FEATURE
  return features;
#else
  return ~0ull;
#endif
}

// The most that a build may ask of a processor with these features.
static const char *architecture(uint64_t available) {
  const uint64_t v2 = 0x1f, v3 = 0x1fff, v4 = 0x3ffff;
  if ((available & v4) == v4) return "x86-64-v4";
  if ((available & v3) == v3) return "x86-64-v3";
  if ((available & v2) == v2) return "x86-64-v2";
  return "x86-64";
}

size_t patchwork_processor_complaint(uint64_t required, uint64_t available, char *text, size_t size) {
  uint64_t missing = required & ~available;
  if (missing == 0 || size == 0) return 0;
  char names[512] = "";
#define FEATURE(bit, name)                                              \
  if (missing >> bit & 1) {                                             \
    if (names[0] != 0) strncat(names, ", ", sizeof names - 1 - strlen(names)); \
    strncat(names, name, sizeof names - 1 - strlen(names));             \
  }
  PATCHWORK_FEATURES(FEATURE)
#undef FEATURE
  int length = snprintf(
      text, size,
      "error: built for a processor with %s, which this one lacks; "
      "build it here, or with PATCHWORK_ARCH=%s in the environment\n",
      names, architecture(available));
  if (length < 0) return 0;
  return (size_t)length < size ? (size_t)length : size - 1;
}

// Runs before any code that is compiled for a particular processor.
__attribute__((constructor(101))) static void check(void) {
  if (patchwork_required_features == NULL) return;
  char text[1024];
  size_t length = patchwork_processor_complaint(
      patchwork_required_features(), patchwork_available_features(), text, sizeof text);
  if (length == 0) return;
  ssize_t written = write(STDERR_FILENO, text, length);
  (void)written;
  _exit(1);
}

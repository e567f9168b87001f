#pragma once

#include <stdint.h>

// The processor features that a build for x86-64 may rely on: a bit, the macro by which the
// compiler says that it does, and the name by which the processor is asked. AVX-512 is one bit a
// part, because processors have it in parts.
#define PATCHWORK_FEATURES(FEATURE) \
  FEATURE(0, "sse3") \
  FEATURE(1, "ssse3") \
  FEATURE(2, "sse4.1") \
  FEATURE(3, "sse4.2") \
  FEATURE(4, "popcnt") \
  FEATURE(5, "avx") \
  FEATURE(6, "avx2") \
  FEATURE(7, "fma") \
  FEATURE(8, "bmi") \
  FEATURE(9, "bmi2") \
  FEATURE(10, "lzcnt") \
  FEATURE(11, "movbe") \
  FEATURE(12, "f16c") \
  FEATURE(13, "avx512f") \
  FEATURE(14, "avx512cd") \
  FEATURE(15, "avx512bw") \
  FEATURE(16, "avx512dq") \
  FEATURE(17, "avx512vl") \
  FEATURE(18, "avx512ifma") \
  FEATURE(19, "avx512vbmi") \
  FEATURE(20, "avx512vbmi2") \
  FEATURE(21, "avx512vnni") \
  FEATURE(22, "avx512bitalg") \
  FEATURE(23, "avx512vpopcntdq") \
  FEATURE(24, "avx512bf16") \
  FEATURE(25, "avx512vp2intersect") \
  FEATURE(26, "gfni") \
  FEATURE(27, "vpclmulqdq")

// What the file that includes this header is compiled for, as bits of PATCHWORK_FEATURES.
static inline uint64_t patchwork_compiled_features(void) {
  uint64_t features = 0;
#if defined(__SSE3__)
  features |= 1ull << 0;
#endif
#if defined(__SSSE3__)
  features |= 1ull << 1;
#endif
#if defined(__SSE4_1__)
  features |= 1ull << 2;
#endif
#if defined(__SSE4_2__)
  features |= 1ull << 3;
#endif
#if defined(__POPCNT__)
  features |= 1ull << 4;
#endif
#if defined(__AVX__)
  features |= 1ull << 5;
#endif
#if defined(__AVX2__)
  features |= 1ull << 6;
#endif
#if defined(__FMA__)
  features |= 1ull << 7;
#endif
#if defined(__BMI__)
  features |= 1ull << 8;
#endif
#if defined(__BMI2__)
  features |= 1ull << 9;
#endif
#if defined(__LZCNT__)
  features |= 1ull << 10;
#endif
#if defined(__MOVBE__)
  features |= 1ull << 11;
#endif
#if defined(__F16C__)
  features |= 1ull << 12;
#endif
#if defined(__AVX512F__)
  features |= 1ull << 13;
#endif
#if defined(__AVX512CD__)
  features |= 1ull << 14;
#endif
#if defined(__AVX512BW__)
  features |= 1ull << 15;
#endif
#if defined(__AVX512DQ__)
  features |= 1ull << 16;
#endif
#if defined(__AVX512VL__)
  features |= 1ull << 17;
#endif
#if defined(__AVX512IFMA__)
  features |= 1ull << 18;
#endif
#if defined(__AVX512VBMI__)
  features |= 1ull << 19;
#endif
#if defined(__AVX512VBMI2__)
  features |= 1ull << 20;
#endif
#if defined(__AVX512VNNI__)
  features |= 1ull << 21;
#endif
#if defined(__AVX512BITALG__)
  features |= 1ull << 22;
#endif
#if defined(__AVX512VPOPCNTDQ__)
  features |= 1ull << 23;
#endif
#if defined(__AVX512BF16__)
  features |= 1ull << 24;
#endif
#if defined(__AVX512VP2INTERSECT__)
  features |= 1ull << 25;
#endif
#if defined(__GFNI__)
  features |= 1ull << 26;
#endif
#if defined(__VPCLMULQDQ__)
  features |= 1ull << 27;
#endif
  return features;
}

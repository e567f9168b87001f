#pragma once

#include <stdint.h>

// Lanes of two vectors in another order: one instruction each, where the standard library's
// `evenHalf` and its like become a copy a lane. Only for code that a compiler inlines.
typedef float patchwork_float16 __attribute__((ext_vector_type(16)));
typedef double patchwork_double8 __attribute__((ext_vector_type(8)));

typedef uint32_t patchwork_uint16 __attribute__((ext_vector_type(16)));

#define PATCHWORK_LANES static inline __attribute__((always_inline))

// Lane by lane: operators of the standard library's vectors are a loop that is put together again
// only where nothing but products is around.
PATCHWORK_LANES patchwork_float16 patchwork_add_lanes(patchwork_float16 a, patchwork_float16 b) {
  return a + b;
}
PATCHWORK_LANES patchwork_float16 patchwork_subtract_lanes(
    patchwork_float16 a, patchwork_float16 b) {
  return a - b;
}
PATCHWORK_LANES patchwork_float16 patchwork_scale_lanes(float a, patchwork_float16 b) {
  return a * b;
}
// The bits of a that are 1 in the mask.
PATCHWORK_LANES patchwork_float16 patchwork_mask_lanes(patchwork_float16 a, patchwork_uint16 mask) {
  return (patchwork_float16)((patchwork_uint16)a & mask);
}
PATCHWORK_LANES patchwork_float16 patchwork_repeat_lane(float a) {
  return (patchwork_float16)(a);
}

// The lanes 0, 2, 4, … of both vectors, side by side.
PATCHWORK_LANES patchwork_float16 patchwork_even_lanes(patchwork_float16 a, patchwork_float16 b) {
  return __builtin_shufflevector(
      a, b, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30);
}

// The lanes 1, 3, 5, … of both vectors, side by side.
PATCHWORK_LANES patchwork_float16 patchwork_odd_lanes(patchwork_float16 a, patchwork_float16 b) {
  return __builtin_shufflevector(
      a, b, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31);
}

// Lane 0 of a, lane 0 of b, lane 1 of a, …: the first vector.
PATCHWORK_LANES patchwork_float16 patchwork_zip_low(patchwork_float16 a, patchwork_float16 b) {
  return __builtin_shufflevector(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
}

// The second vector.
PATCHWORK_LANES patchwork_float16 patchwork_zip_high(patchwork_float16 a, patchwork_float16 b) {
  return __builtin_shufflevector(
      a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
}

// The lanes 0, 2, 4, … of both vectors, side by side.
PATCHWORK_LANES patchwork_double8 patchwork_even_lanes_f64(
    patchwork_double8 a, patchwork_double8 b) {
  return __builtin_shufflevector(a, b, 0, 2, 4, 6, 8, 10, 12, 14);
}

// The lanes 1, 3, 5, … of both vectors, side by side.
PATCHWORK_LANES patchwork_double8 patchwork_odd_lanes_f64(
    patchwork_double8 a, patchwork_double8 b) {
  return __builtin_shufflevector(a, b, 1, 3, 5, 7, 9, 11, 13, 15);
}

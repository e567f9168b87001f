#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "CSystemFeatures.h"
#include "CSystemVectors.h"

// The interrupt flag. A signal handler may set it; long loops poll it.
void patchwork_interrupt_request(void);
void patchwork_interrupt_clear(void);
bool patchwork_interrupt_requested(void);

// Sends SIGINT to the flag instead of ending the process. A blocked read comes back with EINTR.
void patchwork_interrupt_install(void);

// How many cores the system lets this process use, at least 1.
int patchwork_core_count(void);

// Starts a thread that takes no signals and is never joined; false if the system has none to give.
bool patchwork_thread_start(void (*run)(void *), void *argument);

// Lets another thread have the core.
void patchwork_thread_yield(void);

// What this processor has, as bits of PATCHWORK_FEATURES; all bits where nothing needs a check.
uint64_t patchwork_available_features(void);

// Says in one line which required features are not available; 0 if all are. The C files check at
// start, before code that relies on them runs.
size_t patchwork_processor_complaint(uint64_t required, uint64_t available, char *text, size_t size);

// What the file that includes this header is compiled for. The Swift rooms see it through their
// -march flag, the C files here, which must run on any processor, do not.
#if defined(__AVX512F__)
#define PATCHWORK_VECTOR_LEVEL 3
#elif defined(__AVX2__) && defined(__FMA__)
#define PATCHWORK_VECTOR_LEVEL 2
#elif defined(__ARM_NEON)
#define PATCHWORK_VECTOR_LEVEL 1
#else
#define PATCHWORK_VECTOR_LEVEL 0
#endif

// Tells the processor that a loop waits for another thread.
static inline void patchwork_spin_pause(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

// Asks for the cache line at an address, to write it soon or to read it later; never faults.
static inline void patchwork_prefetch(const void *address) { __builtin_prefetch(address, 1, 3); }
static inline void patchwork_prefetch_read(const void *address) { __builtin_prefetch(address, 0, 2); }

// The square root, one instruction where the processor has it, and so in vectors too: the library's
// own takes a branch, in case the caller wants to be told of a negative number.
static inline float patchwork_square_root_f32(float x) { return __builtin_elementwise_sqrt(x); }
static inline double patchwork_square_root_f64(double x) { return __builtin_elementwise_sqrt(x); }

#include "CSystem.h"

#include <signal.h>
#include <stdatomic.h>
#include <string.h>

static atomic_bool requested;

void patchwork_interrupt_request(void) { atomic_store_explicit(&requested, true, memory_order_relaxed); }
void patchwork_interrupt_clear(void) { atomic_store_explicit(&requested, false, memory_order_relaxed); }
bool patchwork_interrupt_requested(void) { return atomic_load_explicit(&requested, memory_order_relaxed); }

static void handle(int signal) {
  (void)signal;
  patchwork_interrupt_request();
}

void patchwork_interrupt_install(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handle;
  sigemptyset(&action.sa_mask);
  action.sa_flags = 0;  // no SA_RESTART: a read must come back for the prompt to notice
  sigaction(SIGINT, &action, NULL);
}

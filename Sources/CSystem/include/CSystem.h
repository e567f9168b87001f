#pragma once

#include <stdbool.h>

// The interrupt flag. A signal handler may set it; long loops poll it.
void patchwork_interrupt_request(void);
void patchwork_interrupt_clear(void);
bool patchwork_interrupt_requested(void);

// Sends SIGINT to the flag instead of ending the process. A blocked read comes back with EINTR.
void patchwork_interrupt_install(void);

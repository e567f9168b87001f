#define _GNU_SOURCE
#include "CSystem.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

int patchwork_core_count(void) {
#if defined(__linux__)
  cpu_set_t allowed;
  if (sched_getaffinity(0, sizeof allowed, &allowed) == 0 && CPU_COUNT(&allowed) > 0) {
    return CPU_COUNT(&allowed);
  }
#endif
  long online = sysconf(_SC_NPROCESSORS_ONLN);
  return online > 0 ? (int)online : 1;
}

struct life {
  void (*run)(void *);
  void *argument;
};

static void *live(void *pointer) {
  struct life life = *(struct life *)pointer;
  free(pointer);
  life.run(life.argument);
  return NULL;
}

bool patchwork_thread_start(void (*run)(void *), void *argument) {
  struct life *life = malloc(sizeof *life);
  if (life == NULL) return false;
  life->run = run;
  life->argument = argument;
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pthread_t thread;
  bool started = pthread_create(&thread, NULL, live, life) == 0;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  if (started) {
    pthread_detach(thread);
  } else {
    free(life);
  }
  return started;
}

void patchwork_thread_yield(void) { sched_yield(); }

// Bytes and signals from a terminal, one after the other: a signal handler only sets a flag and
// wakes the reader through a pipe, so that nothing is lost whichever thread the signal lands on.

#include "CLibEdit.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static const int events[] = {SIGINT, SIGWINCH, SIGTSTP, SIGCONT};
static const int deaths[] = {SIGTERM, SIGHUP,  SIGQUIT, SIGILL, SIGTRAP,
                             SIGABRT, SIGBUS, SIGFPE,  SIGSEGV};
enum {
  event_count = sizeof events / sizeof *events,
  death_count = sizeof deaths / sizeof *deaths,
};

static struct sigaction earlier_events[event_count];
static struct sigaction earlier_deaths[death_count];

static atomic_bool interrupted, resized, stopped, continued;
static atomic_bool listening;
static int wake[2] = {-1, -1};
static int terminal = -1;
static bool has_modes;          // a terminal; else a pipe or a file
static bool marks_pastes;
static struct termios resting;  // the modes to leave behind

// Bracketed paste, xterm's private mode 2004.
static void mark_pastes(bool on) {
  if (!marks_pastes) return;
  ssize_t ignored = write(STDOUT_FILENO, on ? "\033[?2004h" : "\033[?2004l", 8);
  (void)ignored;
}

// Asynchronous-signal-safe, as write and tcsetattr are.
static void restore(void) {
  if (!atomic_load(&listening)) return;
  mark_pastes(false);
  if (has_modes) (void)tcsetattr(terminal, TCSADRAIN, &resting);
}

static void resume(const struct termios *active) {
  if (has_modes) (void)tcsetattr(terminal, TCSADRAIN, active);
  mark_pastes(true);
}

static void note(int signal) {
  int saved = errno;
  switch (signal) {
    case SIGINT: atomic_store(&interrupted, true); break;
    case SIGWINCH: atomic_store(&resized, true); break;
    case SIGTSTP: atomic_store(&stopped, true); break;
    default: atomic_store(&continued, true); break;
  }
  ssize_t ignored = write(wake[1], "", 1);  // a full pipe wakes just as well
  (void)ignored;
  errno = saved;
}

// Puts the terminal back and lets the signal do what it would have done.
static void die(int signal) {
  restore();
  for (int i = 0; i < death_count; i++)
    if (deaths[i] == signal) (void)sigaction(signal, &earlier_deaths[i], NULL);
  raise(signal);
}

static bool open_wake(void) {
  if (wake[0] >= 0) return true;
  if (pipe(wake) != 0) return false;
  for (int end = 0; end < 2; end++) {
    (void)fcntl(wake[end], F_SETFL, O_NONBLOCK);
    (void)fcntl(wake[end], F_SETFD, FD_CLOEXEC);
  }
  (void)atexit(restore);
  return true;
}

static void catch(int signal, void (*handler)(int), struct sigaction *earlier) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  sigemptyset(&action.sa_mask);
  (void)sigaction(signal, NULL, earlier);
  bool ignored = !(earlier->sa_flags & SA_SIGINFO) && earlier->sa_handler == SIG_IGN;
  if (ignored && signal != SIGINT) return;  // nohup, or a shell without job control
  (void)sigaction(signal, &action, NULL);
}

static void set_raw(void) {
  struct termios raw = resting;
  raw.c_iflag &= ~(tcflag_t)(IXON | INLCR | IGNCR);
  raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO | IEXTEN);
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  (void)tcsetattr(terminal, TCSADRAIN, &raw);
}

bool patchwork_input_begin(int descriptor, patchwork_input_mode mode) {
  if (atomic_load(&listening)) return true;
  has_modes = tcgetattr(descriptor, &resting) == 0;
  if ((mode != patchwork_input_plain && !has_modes) || !open_wake()) return false;
  terminal = descriptor;
  marks_pastes = mode == patchwork_input_edited;
  atomic_store(&interrupted, false);
  atomic_store(&resized, false);
  atomic_store(&stopped, false);
  atomic_store(&continued, false);
  atomic_store(&listening, true);
  for (int i = 0; i < event_count; i++) catch(events[i], note, &earlier_events[i]);
  for (int i = 0; i < death_count; i++) catch(deaths[i], die, &earlier_deaths[i]);
  if (mode == patchwork_input_keys) set_raw();
  mark_pastes(true);
  return true;
}

void patchwork_input_end(void) {
  if (!atomic_load(&listening)) return;
  restore();
  for (int i = 0; i < event_count; i++) (void)sigaction(events[i], &earlier_events[i], NULL);
  for (int i = 0; i < death_count; i++) (void)sigaction(deaths[i], &earlier_deaths[i], NULL);
  atomic_store(&listening, false);
  // What came while the handlers were still ours is for those that follow.
  if (atomic_exchange(&interrupted, false)) raise(SIGINT);
  if (atomic_exchange(&stopped, false)) raise(SIGTSTP);
}

// ^Z: leaves the terminal as it was, stops for real, and takes it up again.
static void stop(const struct termios *active) {
  struct sigaction ours, standard;
  memset(&standard, 0, sizeof standard);
  standard.sa_handler = SIG_DFL;
  sigemptyset(&standard.sa_mask);
  restore();
  (void)sigaction(SIGTSTP, &standard, &ours);
  raise(SIGTSTP);
  (void)sigaction(SIGTSTP, &ours, NULL);
  resume(active);
  atomic_store(&continued, false);
}

bool patchwork_input_take_interrupt(void) { return atomic_exchange(&interrupted, false); }

static void drain(void) {
  char bytes[64];
  while (read(wake[0], bytes, sizeof bytes) > 0) {
  }
}

patchwork_input_kind patchwork_input_next(int milliseconds, unsigned char *byte) {
  struct termios active = resting;
  if (has_modes && tcgetattr(terminal, &active) != 0) return patchwork_input_ended;
  for (;;) {
    drain();
    if (patchwork_input_take_interrupt()) return patchwork_input_interrupted;
    if (atomic_exchange(&stopped, false)) {
      stop(&active);
      return patchwork_input_resumed;
    }
    if (atomic_exchange(&continued, false)) {  // a shell may have changed the modes meanwhile
      resume(&active);
      return patchwork_input_resumed;
    }
    if (atomic_exchange(&resized, false)) return patchwork_input_resized;

    struct pollfd watched[2] = {{terminal, POLLIN, 0}, {wake[0], POLLIN, 0}};
    int ready = poll(watched, 2, milliseconds);
    if (ready == 0) return patchwork_input_timed_out;
    if (ready < 0 && errno != EINTR) return patchwork_input_ended;
    if (ready < 0 || watched[0].revents == 0 || watched[1].revents != 0) continue;
    ssize_t count = read(terminal, byte, 1);
    if (count == 1) return patchwork_input_byte;
    if (count == 0 || (errno != EINTR && errno != EAGAIN)) return patchwork_input_ended;
  }
}

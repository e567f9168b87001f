#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where idle workers sleep.
final class WorkerBed: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  /// Sleeps once, if `mayLie` still says so after it made the sleeper known to those who wake.
  func lie(_ mayLie: () -> Bool, untilWoken: () -> Void) {
    pthread_mutex_lock(mutex)
    if mayLie() { pthread_cond_wait(condition, mutex) }
    untilWoken()
    pthread_mutex_unlock(mutex)
  }

  /// Wakes everybody.
  func wakeAll() {
    pthread_mutex_lock(mutex)
    pthread_cond_broadcast(condition)
    pthread_mutex_unlock(mutex)
  }
}

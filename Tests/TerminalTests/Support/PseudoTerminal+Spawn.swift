import Foundation

extension PseudoTerminal {
  /// POSIX_SPAWN_SETSID, which the C library's module hides.
  #if canImport(Darwin)
    private static let newSession: Int16 = 0x400
  #else
    private static let newSession: Int16 = 0x80
  #endif

  /// Starts a program as the leader of a new session whose terminal is this one.
  static func spawn(
    _ program: String, _ arguments: [String], in folder: String, _ environment: [String: String?],
    on terminal: String, _ redirections: [Int32: String]
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that a session's leader opens becomes the session's.
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    // Other tests' terminals and pipes: they would stay open as long as the program runs.
    for descriptor: Int32 in 3..<256 {
      posix_spawn_file_actions_addclose(&actions, descriptor)
    }
    for (descriptor, path) in redirections {
      posix_spawn_file_actions_addopen(&actions, descriptor, path, O_RDWR | O_CREAT, 0o600)
    }

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Tests may run with signals ignored or blocked; the program starts with none.
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(
      &attributes,
      newSession | Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))

    var variables = ProcessInfo.processInfo.environment
    for (name, value) in environment { variables[name] = value }
    // posix_spawn knows no portable way to change the folder; a shell does it and goes away.
    let command = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder, program] + arguments
    return try withStrings(command) { argumentPointers in
      try withStrings(variables.map { "\($0)=\($1)" }) { environmentPointers in
        var process: pid_t = 0
        let code = posix_spawn(
          &process, command[0], &actions, &attributes, argumentPointers, environmentPointers)
        guard code == 0 else {
          throw Failure(description: "cannot start a shell: \(String(cString: strerror(code)))")
        }
        return process
      }
    }
  }

  /// Calls the body with the texts as C wants a list of them.
  private static func withStrings<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) throws -> Result
  ) rethrows -> Result {
    var pointers = texts.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    pointers.append(nil)
    return try body(pointers)
  }
}

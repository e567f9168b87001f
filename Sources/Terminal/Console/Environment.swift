#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the process was started with.
enum Environment {
  /// A variable's value; nil if it is not set.
  static func value(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// Whether the terminal is one that only takes lines of text: no cursor, no colour.
  static var isDumb: Bool {
    switch value("TERM") {
    case nil, "", "dumb": true
    default: false
    }
  }

  /// The system's text for an `errno`.
  static func text(ofError code: Int32) -> String {
    String(cString: strerror(code))
  }
}

import Kernels
import Language
public import Provenance
import Tensors

/// One reader's lab: the names, the settings, and the screen that results go to.
public final class Session {
  /// How statements come in, which decides what is printed of them.
  public enum Mode: Sendable {
    /// From a file or a pipe: a binding is silent, the first failure ends it.
    case script
    /// Typed: a binding echoes a summary, and a failure leaves the session as it was.
    case prompt
  }

  /// The verbs it knows.
  public let verbs: VerbSet
  /// Where it prints.
  public let console: any Console
  /// What `set` changes.
  public internal(set) var settings = Settings()
  /// Whether `quit` was said.
  public internal(set) var wantsToQuit = false
  /// Whether a script goes on after a line that failed.
  public var keepsGoing = false
  /// Whether each line is printed before its results.
  public var echoesLines = false
  /// The values that the command line or `run` gave for `param`.
  var parameters: [String: Node] = [:]
  /// The names that a `param` has bound so far.
  var askedParameters: Set<String> = []
  /// The folder that relative file names start at; nil is the working directory.
  public internal(set) var folder: String?
  /// What is typed and printed, for `record`.
  public internal(set) var transcript = Transcript()
  /// Earlier entries, oldest first, for `history`: the prompt fills it.
  public var history: [String] = []

  let names = Names()
  var lastShown: Node?
  /// The last backward pass.
  public internal(set) var backward: Backward?
  var random = RandomSource(seed: 0)
  /// The source that runs now.
  var source = SourceText(name: "", text: "")
  /// The last line of the source that `--echo` printed.
  var lastEchoedLine = 0
  /// How deep `run` is in itself.
  var runDepth = 0
  /// Whether nothing is printed: inside `expect fails`.
  var isMuted = false
  /// Whether entries are typed at a prompt: then `record` begins with all that was typed so far.
  var isAtPrompt = false
  /// Whether `record` writes files; a replayed session only goes on as if it did.
  var writesRecordings = true
  /// The statement of a script that is recorded now, as it is replayed, and where it starts.
  var noted: (source: SourceText, start: Int)?
  /// Whether what is typed and printed is kept: a script keeps nothing until it records.
  var keepsTranscript: Bool { isAtPrompt || transcript.path != nil }

  /// Makes a session.
  public init(console: any Console, verbs: VerbSet = .all) {
    self.console = console
    self.verbs = verbs
  }

  /// The names that have a value, in alphabetical order.
  public var boundNames: [String] { names.bound.map(\.name) }

  /// The value bound to a name.
  public func node(named name: String) -> Node? { names.node(named: name) }

  /// Binds a name to a value.
  public func bind(_ name: String, to node: Node) { names[names.slot(of: name)] = node }
}

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
  public internal(set) var settings = Settings() { didSet { rareChanges += 1 } }
  /// Whether `quit` was said.
  public internal(set) var wantsToQuit = false { didSet { rareChanges += 1 } }
  /// Whether a script goes on after a line that failed.
  public var keepsGoing = false
  /// Whether each line is printed before its results.
  public var echoesLines = false
  /// The values that the command line or `run` gave for `param`.
  var parameters: [String: Node] = [:]
  /// Those of the command line as they were written there.
  var parameterTexts: [String: String] = [:]
  /// The names that a `param` has bound so far.
  var askedParameters: Set<String> = []
  /// The folder that relative file names start at; nil is the working directory.
  public internal(set) var folder: String?
  /// What is typed and printed, for `record`.
  public internal(set) var transcript = Transcript() { didSet { rareChanges += 1 } }
  /// Earlier entries, oldest first, for `history`: the prompt fills it.
  public var history: [String] = []

  let names = Names()
  /// The names of the defined verb that runs now.
  var frame: Frame?
  /// The names whose values' pasts were let go, each said once.
  var cutNames: Set<String> = []
  /// How often something changed that statements of a loop hardly ever change.
  var rareChanges = 0
  /// Whether a loop's rounds may be computed from their graph; the numbers are the same.
  var computesRounds = true
  /// How many rounds were, so far.
  var computedRoundCount = 0
  /// The round of a loop that is noted down now.
  var recording: RoundRecording?
  /// What is drawn again and again while a loop runs.
  var watches: [CallSite] = [] { didSet { rareChanges += 1 } }
  /// The rounds that the loops around the statement are in, the outermost loop's first.
  var openRounds: [OpenRound] = []
  /// What has been said of names since the outermost loop began, each once.
  var loopNotes: Set<LoopNote> = []
  /// What has been remarked on the statement that runs now.
  var remarks: Set<String> = []
  /// Whether a loop shows how far it is.
  var showsProgress = false
  /// What is printed, while it is kept to be drawn in place.
  var captured: String?
  /// How deep defined verbs call one another now.
  var callDepth = 0
  /// The verbs that the session defined, by name.
  var definitions: [String: DefinedVerb] = [:] { didSet { rareChanges += 1 } }
  /// The signatures of all verbs, those the session defined too.
  var table: VerbTable { didSet { rareChanges += 1 } }
  var lastShown: Node?
  /// The last `backward`; a later one takes its place.
  var gradients: GradientPass?
  /// Its pass through the graph.
  public var backward: Backward? { gradients?.backward }
  /// How the statement that runs now came in.
  var mode = Mode.script
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
  /// The files that it recorded to, which it may write again.
  var recordedFiles: Set<String> = []
  /// Whether scripts are kept as what is typed is: see `prepareToRecord`.
  var keepsScripts = false
  /// Whether the statement that runs now is no part of a recording: it starts or stops one.
  var isOffRecord = false
  /// Whether what is typed and printed is kept.
  var keepsTranscript: Bool {
    !isOffRecord && (isAtPrompt || keepsScripts || transcript.path != nil)
  }

  /// Makes a session.
  public init(console: any Console, verbs: VerbSet = .all) {
    self.console = console
    self.verbs = verbs
    table = verbs.table
  }

  /// The names that have a value, in alphabetical order.
  public var boundNames: [String] { names.bound.map(\.name) }

  /// The value bound to a name.
  public func node(named name: String) -> Node? { names.node(named: name) }

  /// The value that a name has where a statement runs: a defined verb's own names come first.
  func visibleNode(named name: String) -> Node? {
    frame?.node(named: name) ?? names.node(named: name)
  }

  /// Binds a name to a value.
  public func bind(_ name: String, to node: Node) {
    if let frame, let place = frame.definition.locals.firstIndex(of: name) {
      frame.nodes[place] = node
    } else {
      names[names.slot(of: name)] = node
    }
  }

  /// The value of what a binding names, if it has one.
  func node(of target: Target) -> Node? {
    switch target {
    case .global(let slot, _): return names[slot]
    case .local(let place, _):
      guard let frame else { return nil }
      // `x[0] = 1` in a body that has not bound x starts from the session's.
      return frame.nodes[place] ?? names.node(named: frame.definition.locals[place])
    }
  }

  /// Binds what a binding names to a value.
  func bind(_ target: Target, to node: Node) {
    switch target {
    case .global(let slot, _): names[slot] = node
    case .local(let place, _): frame?.nodes[place] = node
    }
  }

  /// Replaces cells of what a binding names where they lie.
  ///
  /// - Returns: whether it did; it does not if somebody else holds the value.
  func replaceCells(
    of target: Target, _ items: [SliceItem], with part: Tensor
  ) throws(TensorError) -> Bool {
    switch target {
    case .global(let slot, _): return try names.replaceCells(in: slot, items, with: part)
    case .local(let place, _):
      guard let frame else { return false }
      return try Node.replaceCells(of: &frame.nodes[place], items, with: part) != nil
    }
  }

  /// The name of what a binding binds.
  func name(of target: Target) -> String {
    switch target {
    case .global(let slot, _): names.name(of: slot)
    case .local(let place, _): frame?.definition.locals[place] ?? ""
    }
  }
}

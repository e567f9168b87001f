#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import Files
import Kernels
import Lab
import Language
import Tensors

/// What the command line asks for: scripts, lines, or the prompt.
public struct Launch {
  /// The widths that `--width` takes.
  public static let widths = 20...10_000

  private let files: [String]
  private let parameters: [(name: String, text: String)]
  private let lines: [String]
  private let staysAtPrompt: Bool
  private let keepsGoing: Bool
  private let memoryLimit: Int?
  private let color: ColorChoice
  private let width: Int?
  private let echoes: Bool

  /// Makes a launch of what the options say.
  public init(
    files: [String], parameters: [(name: String, text: String)], lines: [String],
    staysAtPrompt: Bool, keepsGoing: Bool, memoryLimit: Int?, color: ColorChoice, width: Int?,
    echoes: Bool
  ) {
    self.files = files
    self.parameters = parameters
    self.lines = lines
    self.staysAtPrompt = staysAtPrompt
    self.keepsGoing = keepsGoing
    self.memoryLimit = memoryLimit
    self.color = color
    self.width = width
    self.echoes = echoes
  }

  /// Runs it all.
  ///
  /// - Returns: the exit code: 0, 1 for a line that failed, 64 for wrong usage, 130 if interrupted.
  public func run() -> Int32 {
    if let memoryLimit { MemoryBudget.limit = memoryLimit }
    let console = TerminalConsole(color: color, width: width)
    let session = Session(console: console)
    session.keepsGoing = keepsGoing
    session.echoesLines = echoes
    guard give(parameters, to: session, console) else { return 64 }
    let code = scripts(console).map { run($0, session, console) } ?? 1
    return console.finish() || code != 0 ? code : 1
  }

  private func give(
    _ parameters: [(name: String, text: String)], to session: Session, _ console: TerminalConsole
  ) -> Bool {
    for (name, text) in parameters {
      do {
        try session.give(name, text)
      } catch {
        let source = SourceText(name: name, text: text)
        let reason = (error as? Diagnostic)?.rendered(in: source) ?? "\(error)"
        console.writeDiagnostic(reason + "\n")
        return false
      }
    }
    return true
  }

  /// The scripts, each with the folder that its file names start at; nil if one cannot be read, which
  /// is said before anything runs.
  private func scripts(
    _ console: TerminalConsole
  ) -> [(source: SourceText, folder: String?)]? {
    var scripts: [(source: SourceText, folder: String?)] = []
    for file in files {
      do {
        let source = SourceText(name: file, bytes: try ScriptReader.bytes(ofFile: file))
        scripts.append((source, Session.folder(of: file)))
      } catch {
        console.writeDiagnostic("error: \(error)\n")
      }
    }
    if scripts.count < files.count { return nil }
    return scripts + lines.map { (SourceText(name: "-c", text: $0), nil) }
  }

  private func run(
    _ scripts: [(source: SourceText, folder: String?)], _ session: Session,
    _ console: TerminalConsole
  ) -> Int32 {
    Interrupt.installHandler()
    guard accept(session.parameterFaults(for: scripts), console) else { return 64 }
    session.prepareToRecord(scripts.map(\.source))
    if staysAtPrompt { session.prepareToRecord() }
    var code: Int32 = 0
    for script in scripts where !session.wantsToQuit {
      code = max(code, exitCode(session.runScript(script.source, folder: script.folder)))
      if code == 130 || code != 0 && !keepsGoing { break }
    }
    if code == 0, !scripts.isEmpty, !staysAtPrompt {
      for remark in session.parameterRemarks { console.writeDiagnostic(remark + "\n") }
    }
    if scripts.isEmpty, isatty(0) == 0 { return runStandardInput(session, console) }
    guard scripts.isEmpty || staysAtPrompt, !session.wantsToQuit else { return code }
    let client = SessionClient(session)
    Prompt(client: client, console: console).run(banner: scripts.isEmpty ? Self.banner : nil)
    return 0
  }

  /// Says what is wrong with the parameters; at a prompt scripts that ask for them may yet run.
  private func accept(_ faults: [String], _ console: TerminalConsole) -> Bool {
    for fault in faults {
      console.writeDiagnostic("\(staysAtPrompt ? "note" : "error"): \(fault)\n")
    }
    return faults.isEmpty || staysAtPrompt
  }

  private func runStandardInput(_ session: Session, _ console: TerminalConsole) -> Int32 {
    do {
      let source = SourceText(name: "stdin", bytes: try ScriptReader.bytesOfStandardInput())
      guard accept(session.parameterFaults(for: [(source, nil)]), console) else { return 64 }
      return exitCode(session.runScript(source))
    } catch {
      console.writeDiagnostic("error: \(error)\n")
      return 1
    }
  }

  private func exitCode(_ ending: Session.Ending) -> Int32 {
    switch ending {
    case .success: 0
    case .failure: 1
    case .interrupted: 130
    }
  }

  private static let banner = "Patchwork, a lab for 2-D convolution. `help` lists the verbs."
}

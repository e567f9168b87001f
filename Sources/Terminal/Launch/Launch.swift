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
  private let lines: String?
  private let staysAtPrompt: Bool
  private let keepsGoing: Bool
  private let memoryLimit: Int?
  private let color: ColorChoice
  private let width: Int?
  private let echoes: Bool

  /// Makes a launch of what the options say.
  public init(
    files: [String], parameters: [(name: String, text: String)], lines: String?,
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

  /// Tells scripts from parameters: a parameter is a name, a `=` and a value.
  public static func sorted(
    _ inputs: [String]
  ) -> (files: [String], parameters: [(name: String, text: String)]) {
    var files: [String] = []
    var parameters: [(name: String, text: String)] = []
    for input in inputs {
      let name = input.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      let rest = input.dropFirst(name.count)
      if rest.hasPrefix("="), let first = name.first, !first.isNumber {
        parameters.append((String(name), String(rest.dropFirst())))
      } else {
        files.append(input)
      }
    }
    return (files, parameters)
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
    let code = run(session, console)
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

  private func run(_ session: Session, _ console: TerminalConsole) -> Int32 {
    Interrupt.installHandler()
    var code = runFiles(session, console)
    if let lines, code == 0 || keepsGoing, !session.wantsToQuit {
      code = max(code, exitCode(session.runScript(SourceText(name: "-c", text: lines))))
    }
    let hasNothingToRun = files.isEmpty && lines == nil
    if code == 0, !hasNothingToRun {
      for remark in session.parameterRemarks { console.writeDiagnostic(remark + "\n") }
    }
    if hasNothingToRun, isatty(0) == 0 { return runStandardInput(session, console) }
    guard hasNothingToRun || staysAtPrompt, !session.wantsToQuit else { return code }
    let client = SessionClient(session)
    Prompt(client: client, console: console).run(banner: hasNothingToRun ? Self.banner : nil)
    return 0
  }

  private func runStandardInput(_ session: Session, _ console: TerminalConsole) -> Int32 {
    do {
      let bytes = try ScriptReader.bytesOfStandardInput()
      return exitCode(session.runScript(SourceText(name: "stdin", bytes: bytes)))
    } catch {
      console.writeDiagnostic("error: \(error)\n")
      return 1
    }
  }

  private func runFiles(_ session: Session, _ console: TerminalConsole) -> Int32 {
    var code: Int32 = 0
    for file in files where !session.wantsToQuit {
      do {
        let source = SourceText(name: file, bytes: try ScriptReader.bytes(ofFile: file))
        code = max(code, exitCode(session.runScript(source, folder: Session.folder(of: file))))
      } catch {
        console.writeDiagnostic("error: \(error)\n")
        code = max(code, 1)
      }
      if code == 130 || code != 0 && !keepsGoing { break }
    }
    return code
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

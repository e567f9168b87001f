import Lab

/// The arguments of `patchwork run`, told apart: scripts, and values for their parameters.
public struct LaunchInputs: Sendable {
  /// The scripts, in order.
  public private(set) var files: [String] = []
  /// The values, in order: a name, and what stands after its `=`.
  public private(set) var parameters: [(name: String, text: String)] = []
  /// What is wrong with the arguments; nil if nothing is.
  public private(set) var misuse: String?

  /// Reads the arguments: a parameter is a name, a `=` and a value, without spaces.
  public init(_ inputs: [String]) {
    misuse = Self.spacing(inputs)
    for input in inputs {
      let name = Self.name(of: input)
      let rest = input.dropFirst(name.count)
      if !name.isEmpty, rest.hasPrefix("=") {
        parameters.append((String(name), String(rest.dropFirst())))
      } else {
        files.append(input)
      }
    }
    if misuse == nil, let file = files.first(where: Session.isMarkdown) {
      misuse = "\(file) is Markdown: `patchwork check \(file)` replays its blocks."
    }
  }

  /// The error of a `=` with spaces beside it, in one argument or as several.
  private static func spacing(_ inputs: [String]) -> String? {
    for (place, input) in inputs.enumerated() {
      let name = Self.name(of: input)
      let rest = input.dropFirst(name.count)
      let blanks = rest.prefix { $0 == " " }
      let value = rest.dropFirst(blanks.count + 1).drop { $0 == " " }
      guard rest.dropFirst(blanks.count).hasPrefix("=") else { continue }
      if !name.isEmpty, blanks.isEmpty, !value.isEmpty { continue }
      let next = value.isEmpty ? inputs.dropFirst(place + 1).first ?? "3" : String(value)
      let before = place > 0 ? inputs[place - 1] : ""
      let isName = !before.isEmpty && Self.name(of: before) == before
      let meant = name.isEmpty ? (isName ? before : "name") : String(name)
      return "A parameter is written without spaces: \(meant)=\(next)"
    }
    return nil
  }

  /// The name that an argument begins with; empty if there is none.
  private static func name(of input: String) -> Substring {
    let name = input.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    return name.first?.isNumber == true ? "" : name
  }
}

import Rendering

/// What `--color` says.
public enum ColorChoice: String, CaseIterable, Sendable {
  /// Colour on a terminal that has it, unless `NO_COLOR` asks for none (https://no-color.org).
  case auto
  /// Colour, wherever the output goes.
  case always
  /// No colour.
  case never

  /// The colours for an output, given the environment it is in.
  ///
  /// - Parameters:
  ///   - isDumb: Whether `TERM` names a terminal without colours, or none.
  ///   - noColor: The value of `NO_COLOR`.
  ///   - colorTerm: The value of `COLORTERM`, which tells of 24 bits a colour.
  func depth(isTerminal: Bool, isDumb: Bool, noColor: String?, colorTerm: String?) -> ColorDepth {
    let full = colorTerm == "truecolor" || colorTerm == "24bit"
    let able: ColorDepth = full ? .full : .palette
    switch self {
    case .always: return able
    case .never: return .none
    case .auto: return isTerminal && !isDumb && (noColor ?? "").isEmpty ? able : .none
    }
  }
}

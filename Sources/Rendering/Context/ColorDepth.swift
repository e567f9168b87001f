/// The colours a terminal can show. Colour only ever repeats what characters already say.
public enum ColorDepth: String, Sendable, Hashable, CaseIterable {
  /// No escape sequence at all.
  case none
  /// The 256 colours of xterm's palette.
  case palette
  /// 24 bits a colour.
  case full
}

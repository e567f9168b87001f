/// One setting of the session: `dtype` of `set dtype f32`.
public struct SettingSignature: Sendable {
  /// The setting's name.
  public var name: String
  /// What it takes.
  public var kind: OptionSignature.Kind
  /// One line about it.
  public var summary: String

  /// A setting.
  public init(_ name: String, _ kind: OptionSignature.Kind, summary: String = "") {
    self.name = name
    self.kind = kind
    self.summary = summary
  }
}

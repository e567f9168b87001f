/// A mistake that people make in backward code: one decision of the reference route got wrong.
public struct Mutant: Sendable {
  /// What it is called.
  public let name: String
  /// What goes wrong, in a few words.
  public let summary: String
  /// Where it was seen.
  public let source: String
  /// The gradient that it spoils.
  public let gradient: MutatedGradient
  /// Whether a trial's own options ask for what would elsewhere be the mistake.
  let isAskedFor: @Sendable (MutantTrial) -> Bool
  /// The mistake.
  let change: @Sendable (inout ReferenceSteps) -> Void

  init(
    _ name: String, _ summary: String, source: String,
    in gradient: MutatedGradient = .inputByColumns,
    unless isAskedFor: @escaping @Sendable (MutantTrial) -> Bool = { _ in false },
    _ change: @escaping @Sendable (inout ReferenceSteps) -> Void
  ) {
    self.name = name
    self.summary = summary
    self.source = source
    self.gradient = gradient
    self.isAskedFor = isAskedFor
    self.change = change
  }
}

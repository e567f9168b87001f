/// An example of a verb, which help shows and the tests run.
public struct VerbExample: Sendable {
  /// The lines typed.
  public var input: String
  /// What they print.
  public var output: String

  /// An example.
  public init(_ input: String, output: String) {
    self.input = input
    self.output = output
  }
}

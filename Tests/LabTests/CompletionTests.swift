import Testing

@testable import Lab

/// What may be typed next, of a session's verbs, options, words and names.
@Suite struct CompletionTests {
  @Test(arguments: [
    ("con", ["concat", "conv", "convtranspose"]), ("conv ph", ["photo"]),
    ("conv photo k str", ["stride="]), ("conv photo k pad=sa", ["same", "same-lower"]),
    ("show photo as=", ["heat", "image", "table"]), ("y = rel", ["relu"]),
    ("help expe", ["expect"]), ("set bo", ["box"]), ("drop ph", ["photo"]), ("relu photo ax", []),
  ])
  func `after`(_ text: String, _ expected: [String]) {
    let sitting = Sitting("photo = zeros 3x3")
    #expect(sitting.session.completions(before: text).words.sorted() == expected)
  }
}

import Testing

@testable import Lab

/// The whole text of what is said of a line that cannot work, the caret's place included.
///
/// Each line is typed in a session that has the names below. What `Language` refuses before a line
/// runs is tested there; here are the errors of running, and of verbs as they are declared.
@Suite struct DiagnosticTests {
  private func said(of line: String) -> String {
    Sitting(
      "x = reshape (arange 27) 3x3x3", "k = ones 2x3x2x2", "m = [1 2; 3 4]", "v = [1 2 3]",
      "i = ones 1x3x8x8"
    ).typing(line)
  }

  @Test(arguments: making)
  func `a line of verbs that make values`(_ line: String, _ expected: String) {
    #expect(said(of: line) == expected)
  }

  @Test(arguments: shaping)
  func `a line of verbs that shape values`(_ line: String, _ expected: String) {
    #expect(said(of: line) == expected)
  }

  @Test(arguments: arithmetic)
  func `a line of arithmetic`(_ line: String, _ expected: String) {
    #expect(said(of: line) == expected)
  }

  @Test(arguments: indices)
  func `a line of indices`(_ line: String, _ expected: String) {
    #expect(said(of: line) == expected)
  }

  @Test(arguments: convolution)
  func `a line of conv`(_ line: String, _ expected: String) {
    #expect(said(of: line) == expected)
  }

  @Test(arguments: transposition)
  func `a line of convtranspose and pool`(_ line: String, _ expected: String) {
    #expect(said(of: line) == expected)
  }

  @Test(arguments: patches)
  func `a line of im2col and what tells of it`(_ line: String, _ expected: String) {
    #expect(said(of: line) == expected)
  }

  @Test(arguments: showing)
  func `a line of show`(_ line: String, _ expected: String) {
    #expect(said(of: line) == expected)
  }

  @Test(arguments: names)
  func `a line of names`(_ line: String, _ expected: String) {
    #expect(said(of: line) == expected)
  }

  @Test(arguments: expectations)
  func `a line of expect`(_ line: String, _ expected: String) {
    #expect(said(of: line) == expected)
  }

  @Test(arguments: session)
  func `a line of the session`(_ line: String, _ expected: String) {
    #expect(said(of: line) == expected)
  }

  @Test(arguments: plots)
  func `a line of plot, hist or several values`(_ line: String, _ expected: String) {
    #expect(said(of: line) == expected)
  }
}

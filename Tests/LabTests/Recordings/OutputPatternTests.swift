import Testing

@testable import Lab

/// Wildcards of recorded output.
@Suite struct OutputPatternTests {
  @Test(arguments: [
    (["a"], ["a"], true), (["a"], ["b"], false), ([], [], true), ([], ["a"], false),
    (["a"], [], false), (["a  "], ["a"], true), (["a"], ["a   "], true), (["a"], [" a"], false),
    (["time: [..]"], ["time: 5 ms"], true), (["[..]"], [""], true), (["[..]"], ["x"], true),
    (["a[..]b"], ["ab"], true), (["a[..]b"], ["a-b"], true), (["a[..]b"], ["a"], false),
    (["aa[..]aa"], ["aaa"], false), (["a[..]b[..]c"], ["a1b2c"], true),
    (["a[..]b[..]c"], ["a1c"], false), (["[..]b"], ["abab"], true),
    (["..."], [], true), (["..."], ["a", "b"], true), (["a", "...", "z"], ["a", "z"], true),
    (["a", "...", "z"], ["a", "b", "c", "z"], true), (["a", "..."], ["b"], false),
    (["...", "a", "..."], ["b", "a", "a", "c"], true), (["...", "..."], ["a"], true),
    (["..."], ["..."], true),
  ])
  func `a pattern matches`(_ pattern: [String], _ printed: [String], _ expected: Bool) {
    #expect(OutputPattern(lines: pattern).matches(printed) == expected)
  }

  @Test(arguments: [
    (["t: [..]", "x 3"], ["t: 5 ms", "x 4"], ["t: [..]", "x 4"]),
    (["x 3", "t: [..]"], ["x 4", "t: 5 ms"], ["x 4", "t: [..]"]),
    (
      ["a [..]", "b", "c [..]"], ["a 1", "new", "lines", "c 2"],
      ["a [..]", "new", "lines", "c [..]"]
    ),
    (["a [..]", "..."], ["a 1", "b"], ["a [..]", "..."]),
    (["a [..]", "...", "z"], ["a 1", "b", "y"], ["a [..]", "b", "y"]),
    (["a"], [], []), ([], ["a"], ["a"]), (["t [..]"], ["t 1", "t 2"], ["t [..]", "t 2"]),
  ])
  func `an update keeps the wildcards that still match`(
    _ pattern: [String], _ printed: [String], _ expected: [String]
  ) {
    #expect(OutputPattern(lines: pattern).updated(with: printed) == expected)
  }
}

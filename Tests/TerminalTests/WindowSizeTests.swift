import Testing

@testable import Terminal

@Suite struct WindowSizeTests {
  @Test(
    "The terminal's word goes before the environment's, and both before the standard",
    arguments: [
      (100, "40", 100), (0, "40", 40), (0, nil, 80), (0, "", 80), (0, "wide", 80), (0, "0", 80),
      (0, "-5", 80), (0, "99999999999999999999", 80), (0, "1000000", 80), (20, nil, 20),
    ] as [(Int, String?, Int)])
  func pick(reported: Int, variable: String?, columns: Int) {
    #expect(WindowSize.pick(reported, variable, 80) == columns)
  }
}

import Rendering
import Testing

@testable import Terminal

@Suite struct ColorChoiceTests {
  struct Output: Sendable {
    var isTerminal = true
    var isDumb = false
    var noColor: String?
    var colorTerm: String?
  }

  @Test(
    "auto colours a terminal that has colours, unless NO_COLOR is set",
    arguments: [
      (Output(), .palette),
      (Output(colorTerm: "truecolor"), .full),
      (Output(colorTerm: "24bit"), .full),
      (Output(colorTerm: "yes"), .palette),
      (Output(isTerminal: false), .none),
      (Output(isDumb: true), .none),
      (Output(noColor: "1"), .none),
      (Output(noColor: ""), .palette),
    ] as [(Output, ColorDepth)])
  func auto(output: Output, depth: ColorDepth) {
    #expect(self.depth(.auto, output) == depth)
  }

  @Test func `always and never ask nobody`() {
    let hostile = Output(isTerminal: false, isDumb: true, noColor: "1")
    #expect(depth(.always, hostile) == .palette)
    #expect(depth(.never, Output(colorTerm: "truecolor")) == .none)
  }

  private func depth(_ choice: ColorChoice, _ output: Output) -> ColorDepth {
    choice.depth(
      isTerminal: output.isTerminal, isDumb: output.isDumb, noColor: output.noColor,
      colorTerm: output.colorTerm)
  }
}

import Testing

@testable import Terminal

/// The arguments of the command line, told apart.
@Suite struct LaunchInputsTests {
  @Test(
    arguments: [
      ([], [], []), (["a.pw", "n=3", "b.pw"], ["a.pw", "b.pw"], ["n: 3"]),
      (["größe_2=a=b"], [], ["größe_2: a=b"]), (["2=3"], ["2=3"], []),
      (["./a=b.pw"], ["./a=b.pw"], []), (["n=[1, 2]"], [], ["n: [1, 2]"]),
      (["my file.pw"], ["my file.pw"], []), (["n= 3"], [], ["n:  3"]),
    ] as [([String], [String], [String])])
  func `scripts and parameters`(_ inputs: [String], _ files: [String], _ parameters: [String]) {
    let inputs = LaunchInputs(inputs)
    #expect(inputs.files == files)
    #expect(inputs.parameters.map { "\($0.name): \($0.text)" } == parameters)
    #expect(inputs.misuse == nil)
  }

  @Test(arguments: [
    (["a.pw", "n = 3"], "n=3"), (["n =3"], "n=3"), (["n", "=", "4"], "n=4"), (["n", "=4"], "n=4"),
    (["n=", "4"], "n=4"), (["n ="], "n=3"), (["="], "name=3"), (["a.pw", "=4"], "name=4"),
    (["n="], "n=3"),
  ])
  func `spaces beside an equals sign are told`(_ inputs: [String], _ meant: String) {
    #expect(
      LaunchInputs(inputs).misuse == "A parameter is written without spaces: \(meant)")
  }

  @Test(arguments: ["README.md", "a/B.MD", "x.markdown"])
  func `Markdown is for check`(_ file: String) {
    #expect(
      LaunchInputs(["a.pw", file]).misuse
        == "\(file) is Markdown: `patchwork check \(file)` replays its blocks.")
  }
}

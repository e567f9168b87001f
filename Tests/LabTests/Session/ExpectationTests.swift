import Testing

@testable import Lab

/// `expect` in all its forms; what it says of what does not hold is in `DiagnosticTests`.
@Suite struct ExpectationTests {
  @Test(arguments: [
    "1 == 1", "[1 2] == [1 2]", "[1 1] == 1", "1 == [1 1]", "(log -1) == (log -1)",
    "(log 0) == (log 0)", "0 == -0", "[1 2] != [1 3]", "[1 2] != [1 2 3]", "1 ~ 1 + 1e-10",
    "1 ~ 1.1 tol=0.1", "(f32 0.1) ~ 0.1", "(f32 1) ~ (f32 1.000001)", "(log -1) ~ (log -1)",
    "(exp 1000) ~ (exp 1000)", "[1 2] < 3", "[1 2] <= [1 2]", "3 > [1 2]", "[2 3] >= 2",
    "(im2col [1 2; 3 4] 2x2) == [1; 2; 3; 4]", "sum [1 2] == 3", "(zeros 0) == (zeros 0)",
    "(zeros 0) == 5", "(log -1) != 1", "1 ~ 2 tol=1",
  ])
  func `this holds`(_ comparison: String) {
    #expect(Sitting().typing("expect \(comparison)") == "")
  }

  @Test(arguments: [
    "1 == 2", "[1 2] == [1 2 3]", "[1 2] == [[1, 2]]", "(log -1) == 1", "1 == (log -1)",
    "(log -1) < 1", "(log -1) >= 1", "1 > (log -1)", "(log -1) ~ 1", "(exp 1000) ~ 1 tol=1e9",
    "[1 2] != [1 2]", "1 != 1", "[1 3] < [2 3]", "[1 2] <= [1 1]", "3 > [1 3]", "1 ~ 1.1",
    "(exp 1000) ~ -(exp 1000)", "(f32 1) ~ 1.001", "1 ~ 1 tol=-1", "1 ~ 1 tol=(log -1)",
    "(im2col [1 2; 3 4] 2x2) == [1; 2; 3; 5]",
  ])
  func `this does not hold`(_ comparison: String) {
    #expect(Sitting().typing("expect \(comparison)").contains("error: "))
  }

  @Test(arguments: [
    "reshape (arange 6) 4x2", "x = missing", "[1 2] @ [1 2 3]", "conv [1 2; 3 4] (ones 3x3)",
    "relu", "relu 1 2", "conv [1] [1] strid=2", "con x k", "pool [1] 1x1 kind=mx", "drop nothing",
    "y = relu x ; say 1", "expect 1 == 2", "run \"nowhere.pw\"", "load \"nowhere.npy\"",
    "show [1] rows=4", "time missing", "set digits 99",
  ])
  func `a statement that fails is expected to`(_ statement: String) {
    #expect(!Sitting().typing("expect fails \(statement)").contains("error: "))
  }

  @Test(arguments: [
    "relu 1", "x = 3", "show 4", "say 5", "expect 1 == 1", "expect fails missing", "quit",
  ])
  func `a statement that works is not`(_ statement: String) {
    let sitting = Sitting("y = 3")
    #expect(
      sitting.typing("expect fails \(statement)") == """
        1:14: error: expected this to fail, and it did not
            1 | expect fails \(statement)
              |              ^
           help: without `expect fails` the line is legal
        """)
    #expect(sitting.typing("vars") == "y: scalar f64  3")
    #expect(!sitting.session.wantsToQuit)
  }

  @Test(arguments: ["(1 + ", "1 +", "\"text", "x = = 3", "[1 2", "3 $ 4"])
  func `what cannot be read is no expected failure`(_ statement: String) {
    #expect(Sitting().typing("expect fails \(statement)").contains("error: "))
  }

  @Test func `one that does not hold ends a script`() {
    #expect(
      Sitting().running("say 1\nexpect 1 == 2\nsay 3") == """
        1
        test.pw:2:8: error: expected 1 == 2
            2 | expect 1 == 2
              |        ^ 1     2
           help: they differ by 1
        """)
  }
}

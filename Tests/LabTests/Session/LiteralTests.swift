import Kernels
import Provenance
import Tensors
import Testing

@testable import Lab

/// Literals take the type of what they meet; names keep the session's; indices are exact.
@Suite struct LiteralTests {
  private func type(of name: String, in sitting: Sitting) throws -> ElementType {
    try #require(sitting.session.node(named: name)).value.source.elementType
  }

  @Test(arguments: [
    ("a = 0.5", ElementType.f32), ("a = [1 2; 3 4]", .f32), ("a = 1 / 3", .f32),
    ("a = zeros 3", .f32), ("a = rand 3", .f32), ("a = [1 2; 3 4] @ [1 2; 3 4]", .f32),
    ("a = f64 0.5", .f64), ("a = (f64 0.5) * 2", .f64), ("a = (f64 1) + (f32 1)", .f64),
    ("a = argmax [1 5 2]", .f64), ("a = (im2col [1 2; 3 4] 2x2)", .f32),
  ])
  func `in an f32 session`(_ line: String, _ expected: ElementType) throws {
    #expect(try type(of: "a", in: Sitting("set dtype f32", line)) == expected)
  }

  @Test(arguments: [
    ("a = 0.5", ElementType.f64), ("a = f32 0.5", .f32), ("a = (f32 0.5) * 2 + 1", .f32),
    ("a = conv (f32 [1 2; 3 4]) [[2]]", .f32), ("a = [1 2] + (f32 [3 4])", .f32),
    ("a = (f32 1) + (f64 1)", .f64),
  ])
  func `in an f64 session`(_ line: String, _ expected: ElementType) throws {
    #expect(try type(of: "a", in: Sitting(line)) == expected)
  }

  @Test func `a conversion reads a literal as it was written`() {
    let sitting = Sitting("set dtype f32", "a = f64 0.1")
    #expect(sitting.typing("expect a == (f64 1) / 10") == "")
  }

  @Test func `whole numbers that f32 would round stay exact`() {
    let sitting = Sitting("set dtype f32", "n = 16777217", "a = reshape (zeros 16777217x0) [n, 0]")
    #expect(sitting.typing("shape a") == "16777217x0")
    #expect(sitting.typing("expect n == 16777217") == "")
  }

  @Test func `a compared literal takes the type of the other side`() {
    let sitting = Sitting("x = f32 [0.1 0.2]")
    #expect(sitting.typing("expect x == [0.1 0.2]") == "")
    #expect(sitting.typing("expect [0.1 0.2] == x") == "")
  }

  @Test func `a shape is compared with lengths as they are typed`() {
    let sitting = Sitting("y = zeros 96x55x55", "n = 2")
    #expect(sitting.typing("expect shape y == 96x55x55") == "")
    #expect(sitting.typing("expect (shape (reshape (arange 800) [n, 400])) == [2 400]") == "")
    #expect(sitting.typing("expect (shape (reshape (arange 800) [-1, 400])) == [n 400]") == "")
  }

  @Test(arguments: [
    ("set dtype f32", "set dtype", "dtype f32"), ("set digits 3", "set digits", "digits 3"),
    ("set digits auto", "set", "dtype f64\ndigits auto\nbox ascii\nwidth auto"),
    ("set box unicode", "set box", "box unicode"), ("set width 40", "set width", "width 40"),
  ])
  func `a setting is shown as it was set`(_ set: String, _ show: String, _ expected: String) {
    #expect(Sitting(set).typing(show) == expected)
  }
}

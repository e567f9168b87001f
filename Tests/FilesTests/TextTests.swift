import Kernels
import Tensors
import Testing

@testable import Files

/// Numbers as text.
@Suite struct TextTests {
  static let matrices: [(String, [Int], [Double])] = [
    ("1,2\n3,4\n", [2, 2], [1, 2, 3, 4]),
    ("1,2\n3,4", [2, 2], [1, 2, 3, 4]),
    ("1;2;3", [1, 3], [1, 2, 3]),
    ("1\t2\n3\t4", [2, 2], [1, 2, 3, 4]),
    ("  1   2 \n 3 4", [2, 2], [1, 2, 3, 4]),
    (" 1 , 2 \n3,\t4", [2, 2], [1, 2, 3, 4]),
    ("1,2\r\n3,4\r\n", [2, 2], [1, 2, 3, 4]),
    ("1,2\r3,4\r", [2, 2], [1, 2, 3, 4]),
    ("\n\n# heading, of a kind\n1,2 # not this, 3\n\n3,4\n\n", [2, 2], [1, 2, 3, 4]),
    ("\u{FEFF}1,2", [1, 2], [1, 2]),
    ("7", [1, 1], [7]),
    ("1\n2\n3", [3, 1], [1, 2, 3]),
    ("-1.5e3 +2E-2 .5 5. 00.1", [1, 5], [-1500, 0.02, 0.5, 5, 0.1]),
    (
      "inf,-inf,Infinity,+INF,-infinity", [1, 5],
      [.infinity, -.infinity, .infinity, .infinity, -.infinity]
    ),
    (
      "0.1 5e-324 17976931348623157e292", [1, 3],
      [0.1, .leastNonzeroMagnitude, .greatestFiniteMagnitude]
    ),
  ]

  @Test("what is read", arguments: matrices)
  func read(_ text: String, _ lengths: [Int], _ cells: [Double]) throws {
    let content = try decoded(Array(text.utf8))
    #expect(content.tensor?.shape.lengths == lengths)
    #expect(content.tensor?.array == cells)
    #expect(content.format == .csv)
    #expect(content.notes == [])
  }

  @Test func `not-a-numbers are numbers here`() throws {
    let tensor = try array(Array("nan,NaN,-nan,1".utf8))
    #expect(tensor.array.map(\.isNaN) == [true, true, true, false])
  }

  @Test func `f32 is rounded once, from the text`() throws {
    // As f64 first, this would round to the even neighbour below.
    let tensor = try array(Array("1.00000017881393432617187499".utf8), .f32)
    #expect(tensor.array == [1.000000119209289550781250])
  }

  @Test("numbers beyond the range are counted", arguments: ElementType.allCases)
  func overflow(_ type: ElementType) throws {
    let content = try decoded(Array("1e39 -1e309 inf".utf8), type)
    #expect(content.tensor?.array == [type == .f32 ? .infinity : 1e39, -.infinity, .infinity])
    #expect(content.notes == [.overflowed(count: type == .f32 ? 2 : 1)])
  }

  static let refusals: [(String, String)] = [
    ("", "the file is empty"),
    ("\n \n# only words\n", "there is no number in the file"),
    ("1,2\n3\n", "line 2 has 1 number, line 1 has 2"),
    ("# x\n1\n\n2 3", "line 4 has 2 numbers, line 2 has 1"),
    ("1,2\n3,x\n", "line 2, column 3: \"x\" is not a number"),
    ("a,b\n1,2\n", "line 1, column 1: \"a\" is not a number"),
    ("1,,2", "line 1, column 3: a number is missing"),
    ("1,2,", "line 1, column 5: a number is missing"),
    ("1 2,3", "line 1, column 1: \"1 2\" is not a number"),
    ("1,5;2,5", "line 1, column 1: \"1,5\" is not a number"),
    ("\"1\",2", "line 1, column 1: \"\"1\"\" is not a number"),
    ("0x10", "line 1, column 1: \"0x10\" is not a number"),
    ("1e", "line 1, column 1: \"1e\" is not a number"),
    ("1e+", "line 1, column 1: \"1e+\" is not a number"),
    ("1_000", "line 1, column 1: \"1_000\" is not a number"),
    ("--1", "line 1, column 1: \"--1\" is not a number"),
    (".", "line 1, column 1: \".\" is not a number"),
    ("-", "line 1, column 1: \"-\" is not a number"),
    ("infinit", "line 1, column 1: \"infinit\" is not a number"),
    ("nan(1)", "line 1, column 1: \"nan(1)\" is not a number"),
    ("1 é x", "line 1, column 3: \"é\" is not a number"),
    ("é, x", "line 1, column 1: \"é\" is not a number"),
    ("1, \u{202E}x", "line 1, column 4: \"\\u{202e}x\" is not a number"),
    (
      "1," + String(repeating: "x", count: 5000),
      "line 1, column 3: \"xxxxxxxxxxxxxxxxxxxxxxxx\" is not a number"
    ),
  ]

  @Test("what is refused, with line and column", arguments: refusals)
  func refused(_ text: String, _ error: String) {
    #expect(refusal(Array(text.utf8)) == error)
  }

  @Test func `a heading is told from a slip`() {
    #expect(throws: FileError("x", .notANumber("a", line: 1, column: 1, heading: true))) {
      try decoded(Array("a,b\n1,2".utf8))
    }
    #expect(throws: FileError("x", .notANumber("b", line: 1, column: 3, heading: false))) {
      try decoded(Array("1,b\n1,2".utf8))
    }
  }

  @Test func `text of more numbers than the budget is refused while it is read`() {
    #expect(throws: FileError.Cause.overBudget([2, 2], .f64, bytes: 32, limit: 31)) {
      try TextFile.read(Array("1 2\n3 4\n5 6".utf8)[...], .f64, limit: 31)
    }
    #expect(throws: Never.self) {
      try TextFile.read(Array("1 2\n3 4".utf8)[...], .f32, limit: 16)
    }
  }

  static let written: [([Double], [Int], String)] = [
    ([1, -2.5, 0.1, 1e300], [2, 2], "1,-2.5\n0.1,1e+300\n"),
    ([1, 2], [2], "1\n2\n"),
    ([1, 2], [1, 2], "1,2\n"),
    ([5], [], "5\n"),
    ([], [0], ""),
    ([.nan, .infinity, -.infinity, -0.0], [1, 4], "nan,inf,-inf,-0\n"),
    (
      [1.0 / 3, 123_456_789, 1e16, .leastNonzeroMagnitude], [1, 4],
      "0.3333333333333333,123456789,1e+16,5e-324\n"
    ),
    ([1, 2, 3, 4, 5, 6], [1, 1, 2, 3], "1,2,3\n4,5,6\n"),
  ]

  @Test("what is written", arguments: written)
  func write(_ cells: [Double], _ lengths: [Int], _ text: String) throws {
    let bytes = try TextFile.bytes(of: Tensor(cells, Shape(lengths)))
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }

  @Test func `f32 is written by its own shortest digits`() throws {
    let bytes = try TextFile.bytes(of: Tensor([0.1, 16_777_216] as [Float], Shape([2])))
    #expect(
      String(decoding: bytes, as: UTF8.self) == "0.1\n16777216\n"
        || String(decoding: bytes, as: UTF8.self) == "0.1\n1.6777216e+07\n")
  }

  @Test("several matrices have no place in csv", arguments: [[2, 2, 2], [1, 2, 1, 2], [2, 0]])
  func shapes(_ lengths: [Int]) throws {
    let tensor = try Tensor(Shape(lengths), .f64)
    #expect(throws: FileError.Cause.shape(lengths, .csv)) { try TextFile.bytes(of: tensor) }
  }

  @Test("what is written reads back as it was", arguments: ElementType.allCases)
  func roundTrip(_ type: ElementType) throws {
    var random = SystemRandomNumberGenerator()
    let tensor = try Tensor(Shape([50, 20]), type) {
      let number = Double(bitPattern: random.next())
      return number.isNaN ? 0 : type == .f32 ? Double(Float(number)) : number
    }
    #expect(try array(TextFile.bytes(of: tensor), type).array == tensor.array)
  }
}

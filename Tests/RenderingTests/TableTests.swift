import Kernels
import Tensors
import Testing

@testable import Rendering

/// Whole tables, as text.
@Suite struct TableTests {
  static let terminal = RenderContext.terminal(width: 80, height: 24)

  static func counting(_ lengths: [Int]) throws -> Tensor {
    let shape = try Shape(lengths)
    return try Tensor((0..<shape.count).map(Double.init), shape)
  }

  static func matrix(_ rows: [[Double]]) throws -> Tensor {
    try Tensor(rows.flatMap { $0 }, Shape([rows.count, rows.first?.count ?? 0]))
  }

  static func text(
    _ source: any CellSource, _ request: TableRequest = TableRequest(name: "y"),
    _ context: RenderContext = terminal
  ) throws -> String {
    try Table.text(of: source, request, context)
  }

  @Test func `a matrix of whole numbers has indices at its edges`() throws {
    #expect(
      try Self.text(Self.counting([3, 4])) == """
          |  0   1   2   3
        --+---------------
        0 |  0   1   2   3
        1 |  4   5   6   7
        2 |  8   9  10  11
        """)
  }

  @Test func `a vector is one row under its indices`() throws {
    #expect(
      try Self.text(Tensor(vector: [1.5, -2.25, 3])) == """
            0      1      2
        -------------------
          1.5  -2.25      3
        """)
  }

  @Test func `numbers line up at their points and exact zeros stand out`() throws {
    #expect(
      try Self.text(
        Self.matrix([[0, 0.7959, -1.0 / 3], [0.61784, 0, 12.5], [0.93341, 0.70875, 2]])) == """
            |     0      1      2
          --+--------------------
          0 |  0      0.80  -0.33
          1 |  0.62   0     12.50
          2 |  0.93   0.71   2.00
          """)
    #expect(
      try Self.text(Self.matrix([[0, 1.0 / 3], [0.61784, 0], [-0.93341, 2]])) == """
          |      0       1
        --+---------------
        0 |  0       0.333
        1 |  0.618   0
        2 | -0.933   2.000
        """)
  }

  @Test func `what is shown short is exact`() throws {
    #expect(
      try Self.text(Self.matrix([[0.99999, 1, 0.5, 0.25], [2, 2, 1.5, 1]])) == """
          |     0      1      2      3
        --+---------------------------
        0 | 1.000      1    0.5   0.25
        1 | 2.000      2    1.5   1.00
        """)
  }

  @Test func `f32 cells are exact in their own type`() throws {
    let tensor = try Tensor([0.1, 0.5, 0.3, 2] as [Float], Shape([2, 2]))
    #expect(
      try Self.text(tensor) == """
          |   0    1
        --+---------
        0 | 0.1  0.5
        1 | 0.3  2.0
        """)
  }

  @Test func `NaN, infinities, large and small numbers are shown as such`() throws {
    #expect(
      try Self.text(
        Self.matrix([[1, 0.5, .nan], [1e-9, .infinity, 123456.75], [-2e-9, 3, -.infinity]])) == """
            |          0           1           2
          --+-----------------------------------
          0 |  1.000e+00         0.5         NaN
          1 |  1.000e-09         inf    123456.8
          2 | -2.000e-09         3.0        -inf
          """)
    #expect(
      try Self.text(Self.matrix([[.nan, .nan], [-.infinity, .infinity]])) == """
          |    0     1
        --+-----------
        0 |  NaN   NaN
        1 | -inf   inf
        """)
  }

  @Test func `digits are set for all numbers with decimals`() throws {
    var context = Self.terminal
    context.digits = 2
    let matrix = try Self.matrix([[1.0 / 3, 100], [2.0 / 3, 7]])
    #expect(
      try Self.text(matrix, TableRequest(), context) == """
          |    0     1
        --+-----------
        0 | 0.33   100
        1 | 0.67     7
        """)
    context.digits = 9
    #expect(
      try Self.text(matrix, TableRequest(), context) == """
          |           0            1
        --+-------------------------
        0 | 0.333333333          100
        1 | 0.666666667            7
        """)
  }

  @Test func `slices are labelled and stand side by side`() throws {
    #expect(
      try Self.text(Self.counting([2, 2, 3])) == """
        y[0]:             y[1]:
          |  0   1   2      |  0   1   2
        --+-----------    --+-----------
        0 |  0   1   2    0 |  6   7   8
        1 |  3   4   5    1 |  9  10  11
        """)
    #expect(
      try Self.text(Self.counting([1, 2, 2, 3]), TableRequest()) == """
        [0,0]:            [0,1]:
          |  0   1   2      |  0   1   2
        --+-----------    --+-----------
        0 |  0   1   2    0 |  6   7   8
        1 |  3   4   5    1 |  9  10  11
        """)
  }

  @Test func `slices stand below each other where they do not fit`() throws {
    #expect(
      try Self.text(
        Self.counting([2, 1, 3]), TableRequest(name: "y"), .terminal(width: 20, height: 24)) == """
          y[0]:
            | 0  1  2
          --+--------
          0 | 0  1  2

          y[1]:
            | 0  1  2
          --+--------
          0 | 3  4  5
          """)
  }

  @Test func `a number is just a number`() throws {
    #expect(try Self.text(Tensor(3)) == "3")
    #expect(try Self.text(Tensor(3.14159265358979)) == "3.141592654")
    #expect(try Self.text(Tensor(3.14159265358979, .f32)) == "3.141593")
    #expect(try Self.text(Tensor(-.infinity)) == "-inf")
  }

  @Test func `a value without cells says so`() throws {
    let empty = try Tensor([Double](), Shape([0, 3]))
    #expect(try Self.text(empty) == "y: 0x3 f64, no cells")
    #expect(try Self.text(empty, TableRequest()) == "0x3 f64, no cells")
  }

  @Test func `pairs are drawn as pairs`() throws {
    #expect(
      try Self.text(Self.counting([2, 2, 2]), TableRequest(name: "y", pairs: true)) == """
          |     0      1
        --+-------------
        0 | (0,1)  (2,3)
        1 | (4,5)  (6,7)
        """)
    #expect(throws: RenderingError.notPairs(try Shape([2, 3]))) {
      try Self.text(Self.counting([2, 3]), TableRequest(pairs: true))
    }
  }

  @Test func `headers can say more than indices, and cells can be marked`() throws {
    let headers = TableHeaders(
      rowTitle: "tap", columnTitle: "position", row: { "(0,\($0))" }, column: { "p\($0)" })
    #expect(
      try Self.text(
        Self.counting([2, 3]), TableRequest(headers: headers, marks: { $0 == [1, 1] })) == """
                | position
          tap   | p0  p1  p2
          ------+-----------
          (0,0) |  0   1   2
          (0,1) |  3  [4]  5
          """)
  }

  @Test func `box characters are drawn where they are wanted`() throws {
    var context = Self.terminal
    context.box = .unicode
    #expect(
      try Self.text(Self.counting([2, 2]), TableRequest(), context) == """
          │ 0  1
        ──┼─────
        0 │ 0  1
        1 │ 2  3
        """)
  }

  @Test func `colour adds to the text and takes nothing from it`() throws {
    var context = Self.terminal
    context.color = .palette
    let matrix = try Self.matrix([[1, .nan], [2, 3]])
    let colored = try Self.text(matrix, TableRequest(), context)
    #expect(colored.contains("\u{1B}[31mNaN\u{1B}[0m"))
    let plain = colored.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(try plain == Self.text(matrix))
  }

  @Test func `names are shown without their control characters`() throws {
    let text = try Self.text(Self.counting([2, 1, 1]), TableRequest(name: "a\u{1B}[2J"))
    #expect(text.hasPrefix("a\\x1b[2J[0]:"))
  }
}

import Kernels
import Tensors
import Testing

@testable import Rendering

@Suite struct SummaryLineTests {
  static func line(_ source: any CellSource, _ name: String? = "y") throws -> String {
    try SummaryLine.text(of: source, named: name, RenderContext())
  }

  @Test func `a value has its shape, type, range and mean in one line`() throws {
    #expect(
      try Self.line(TableTests.matrix([[-3.1, 2.9], [0.25, 0.03]]))
        == "y: 2x2 f64  [-3.1, 2.9]  mean 0.02")
    #expect(try Self.line(TableTests.counting([3, 4]), nil) == "3x4 f64  [0, 11]  mean 5.5")
  }

  @Test func `one number for all cells is said`() throws {
    #expect(try Self.line(Tensor(Shape([3, 3]), .f32)) == "y: 3x3 f32  all zeros")
    #expect(
      try Self.line(Tensor(Shape([3, 3]), .f64, filledWith: 2.5)) == "y: 3x3 f64  all 2.5")
  }

  @Test func `NaN and infinities are counted`() throws {
    #expect(
      try Self.line(Tensor(vector: [.nan, 1, .infinity, 3, .nan]))
        == "y: 5 f64  [1, 3]  mean 2  2 NaN  1 inf")
    #expect(try Self.line(Tensor(vector: [.nan, .nan])) == "y: 2 f64  2 NaN")
  }

  @Test func `nothing is computed of a lazy value`() throws {
    let source = try CountingSource([363, 3025])
    #expect(try Self.line(source) == "y: 363x3025 f64  lazy")
    #expect(source.cellsRead == 0)
  }

  @Test func `a number is shown itself`() throws {
    #expect(try Self.line(Tensor(3.14159265358979), "pi") == "pi: scalar f64  3.141592654")
    #expect(try Self.line(Tensor([Double](), Shape([0, 3]))) == "y: 0x3 f64  no cells")
  }

  @Test func `statistics are one to a line`() throws {
    let text = try StatisticsTable.document(
      of: TableTests.matrix([[0, -1.0 / 3], [0.25, 1], [.nan, 0.7]]), RenderContext()
    ).text(RenderContext())
    #expect(
      text == """
        shape | 3x2
        type  | f64
        cells | 6          48 B
        min   | -0.333333  at [0,1]
        max   | 1          at [1,1]
        mean  | 0.323333
        std   | 0.47768
        zeros | 1          16.7%
        NaN   | 1          16.7%, the first at [2,0]
        inf   | 0
        """)
  }

  @Test func `statistics of a number and of nothing`() throws {
    let context = RenderContext()
    #expect(
      try StatisticsTable.document(of: Tensor(2), context).text(context) == """
        shape | scalar
        type  | f64
        cells | 1       8 B
        min   | 2
        max   | 2
        mean  | 2
        std   | 0
        zeros | 0
        NaN   | 0
        inf   | 0
        """)
    #expect(
      try StatisticsTable.document(of: Tensor([Double](), Shape([0])), context).text(context) == """
        shape | 0
        type  | f64
        cells | 0    0 B
        """)
  }
}

import Tensors
import Testing

@testable import Rendering

/// What is hidden, what is said of it and which cells are read.
@Suite struct TableElisionTests {
  @Test func `what does not fit is elided in the middle and said to be hidden`() throws {
    let source = try CountingSource([1000, 2000])
    #expect(
      try Table.text(of: source, TableRequest(name: "y"), .terminal(width: 40, height: 11)) == """
            | 0  1  2  ...  1997  1998  1999
        ----+-------------------------------
          0 | 0  1  2  ...     2     3     4
          1 | 1  2  3  ...     3     4     5
          2 | 2  3  4  ...     4     5     6
          : | :  :  :          :     :     :
        998 | 4  5  6  ...     6     0     1
        999 | 5  6  0  ...     0     1     2
        hidden: rows 3-997, columns 3-1996 of y;
          show y rows=3:13 columns=3:9
        """)
    #expect(source.mostReads == 1)
  }

  @Test func `a pipe gets everything`() throws {
    let source = try CountingSource([100, 300], isLazy: false)
    let lines = try Table.text(of: source, TableRequest(name: "y"), RenderContext()).split(
      separator: "\n")
    #expect(lines.count == 102)
    #expect(source.cellsRead == 30_000)
    #expect(source.mostReads == 1)
    #expect(lines.allSatisfy { !$0.contains("...") })
  }

  @Test func `a lazy matrix of a billion cells reads only those it draws`() throws {
    let source = try CountingSource([121, 11_930_100])
    let text = try Table.text(
      of: source, TableRequest(name: "y"), .terminal(width: 80, height: 24))
    #expect(source.mostReads == 1)
    let drawn = text.split(separator: "\n").dropFirst(2).dropLast(1)
      .filter { !$0.contains(":") }.map { $0.split(separator: " ").count - 3 }.reduce(0, +)
    #expect(source.cellsRead == drawn)
    #expect(text.contains("hidden: rows "))
  }

  @Test func `a lazy value of more than a million cells is not poured into a pipe`() throws {
    let source = try CountingSource([121, 11_930_100])
    let error = RenderingError.tooManyCells(
      1_443_542_100, limit: 1_000_000, shape: try Shape([121, 11_930_100]))
    #expect(throws: error) {
      try Table.text(of: source, TableRequest(name: "y"), RenderContext())
    }
    #expect(
      error.description
        == "121x11930100 has 1,443,542,100 cells, more than the 1,000,000 that are drawn of a lazy "
        + "value; slice it or pass rows= and columns=")
    #expect(source.cellsRead == 0)
    _ = try Table.text(
      of: source, TableRequest(rows: 3..<5, columns: 11_930_000..<11_930_100), RenderContext())
    #expect(source.cellsRead == 200)
  }

  @Test func `a lazy value as high as a tower is not poured onto a terminal without height`() throws
  {
    let source = try CountingSource([11_930_100, 121])
    #expect(throws: RenderingError.self) {
      try Table.text(of: source, TableRequest(), .terminal(width: 80, height: nil))
    }
    _ = try Table.text(of: source, TableRequest(), .terminal(width: 80, height: 24))
  }

  @Test func `the first and last slices are drawn`() throws {
    let source = try CountingSource([1, 96, 55, 55])
    let text = try Table.text(
      of: source, TableRequest(name: "y"), .terminal(width: 80, height: 24))
    #expect(text.contains("y[0,0]:"))
    #expect(text.contains("y[0,95]:"))
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 23)
    #expect(source.mostReads == 1)
  }

  @Test func `rows and columns are selected with their own indices`() throws {
    #expect(
      try Table.text(
        of: TableTests.counting([20, 30]),
        TableRequest(name: "y", rows: 18..<25, columns: 3..<6), RenderContext()) == """
             |   3    4    5
          ---+--------------
          18 | 543  544  545
          19 | 573  574  575
          """)
  }

  @Test func `rows that are asked for are drawn, however many`() throws {
    let text = try Table.text(
      of: TableTests.counting([100, 2]), TableRequest(name: "y", rows: 10..<60),
      .terminal(width: 80, height: 24))
    #expect(text.split(separator: "\n").count == 52)
  }

  @Test func `a selection of nothing is an error that tells the range`() throws {
    let matrix = try TableTests.counting([4, 5])
    func message(_ request: TableRequest, _ source: Tensor) -> String {
      do throws(RenderingError) {
        return try Table.text(of: source, request, RenderContext())
      } catch { return error.description }
    }
    #expect(
      message(TableRequest(rows: 4..<9), matrix)
        == "rows=4:9 selects no rows; they go from 0 to 3")
    #expect(
      message(TableRequest(columns: 7..<9), matrix)
        == "columns=7:9 selects no columns; they go from 0 to 4")
    #expect(
      message(TableRequest(rows: 0..<1), try Tensor(vector: [1, 2]))
        == "a value of shape 2 has no rows to select")
    #expect(
      message(TableRequest(columns: 0..<1), Tensor(1))
        == "a value of shape scalar has no columns to select")
  }

  /// Every shape of up to 3x4x5 and every width that a terminal may have.
  @Test(arguments: [20, 40, 80, 200])
  func `no line exceeds the width and none ends in blanks`(_ width: Int) throws {
    let context = RenderContext.terminal(width: width, height: 24)
    let values: [@Sendable (CellIndex) -> Double] = [
      { Double($0.array.reduce(0) { $0 * 31 + $1 } % 1000) },
      { Double($0.array.reduce(1) { $0 * 31 + $1 } % 1000) / 7 - 60 },
      { 1e-7 / Double($0.array.reduce(1) { $0 * 31 + $1 }) },
    ]
    let lengths = [1, 2, 7, 30, 1000]
    for value in values {
      for rows in lengths {
        for columns in lengths {
          for shape in [[columns], [rows, columns], [3, rows, columns], [2, 9, rows, columns]] {
            let source = try CountingSource(
              shape, isLazy: false, counts: rows < 1000, value: value)
            let text = try Table.text(of: source, TableRequest(name: "y"), context)
            for line in text.split(separator: "\n") {
              #expect(line.utf8.count <= width, "\(shape): \(line)")
              #expect(line.last != " ", "\(shape): \(line)")
            }
            #expect(source.mostReads <= 1)
          }
        }
      }
    }
  }
}

import Kernels
import Tensors
import Testing
import Windows

@testable import Rendering

@Suite struct PatchViewTests {
  static let context = RenderContext(width: 80)

  static func permutation(
    _ source: PatchOrder, _ target: PatchOrder, image: [Int] = [2, 1, 3, 3]
  ) throws -> String {
    let window = try SlidingWindow(input: Extent(3), kernel: Extent(2))
    return try PermutationView.text(
      of: PatchPermutation(image: Shape(image), window: window, from: source, to: target), context)
  }

  @Test func `index pairs have their tap and output at the edges`() throws {
    let window = try SlidingWindow(input: Extent(3), kernel: Extent(2))
    let matrix = try IndexMatrix(image: Shape([3, 3]), window: window, kind: .pairs)
    #expect(
      try Table.text(
        of: matrix, TableRequest(name: "i", headers: .patches(matrix.layout), pairs: true),
        Self.context) == """
                | output
          tap   | (0,0)  (0,1)  (1,0)  (1,1)
          ------+---------------------------
          (0,0) | (0,0)  (0,1)  (1,0)  (1,1)
          (0,1) | (0,1)  (0,2)  (1,1)  (1,2)
          (1,0) | (1,0)  (1,1)  (2,0)  (2,1)
          (1,1) | (1,1)  (1,2)  (2,1)  (2,2)
          """)
  }

  @Test func `channels and images are named where there are several`() throws {
    let window = try SlidingWindow(input: Extent(2), kernel: Extent(2))
    let layout = try PatchLayout(image: Shape([2, 2, 2, 2]), window: window, order: .rows)
    let headers = TableHeaders.patches(layout)
    #expect(headers.row(1) == "n1 (0,0)")
    #expect(headers.column(7) == "c1 (1,1)")
    #expect(headers.rowTitle == "output" && headers.columnTitle == "tap")
  }

  @Test func `the permutation of columns is a table`() throws {
    #expect(
      try Self.permutation(.columns, .cs231n) == """
        columns: 4x8, down: tap row, tap column; across: image, output row, output
          column
        cs231n: 4x8, down: tap row, tap column; across: output row, output column, image

        column in cs231n  | 0  1  2  3  4  5  6  7
        ------------------+-----------------------
        column in columns | 0  4  1  5  2  6  3  7
        Row i of cs231n is row i of columns.
        """)
  }

  @Test func `a transpose is said`() throws {
    let text = try Self.permutation(.columns, .rows)
    #expect(
      text.hasSuffix(
        "\nColumn i of rows is row i of columns.\nRow i of rows is column i of columns."))
  }

  @Test func `orders that are no matrix show where each cell comes from`() throws {
    let text = try Self.permutation(.columns, .unfold)
    #expect(
      text.hasSuffix(
        """
        The row-major place in columns of every cell of unfold:
        unfold[0]:            unfold[1]:
          |  0   1   2   3      |  0   1   2   3
        --+---------------    --+---------------
        0 |  0   1   2   3    0 |  4   5   6   7
        1 |  8   9  10  11    1 | 12  13  14  15
        2 | 16  17  18  19    2 | 20  21  22  23
        3 | 24  25  26  27    3 | 28  29  30  31
        """))
  }

  @Test func `every order is drawn, equal ones once`() throws {
    let window = try SlidingWindow(input: Extent(rows: 2, columns: 3), kernel: Extent(2))
    #expect(
      try PatchOrdersView.text(
        of: TableTests.counting([2, 3]), window: window, im2col: "im2col x 2x2", Self.context)
          == """
          columns: 4x2                 rows: 2x4
          down: tap row, tap column    down: output column
          across: output column        across: tap row, tap column
            | 0  1                       | 0  1  2  3
          --+-----                     --+-----------
          0 | 0  1                     0 | 0  1  3  4
          1 | 1  2                     1 | 1  2  4  5
          2 | 3  4
          3 | 4  5

          windows: 1x2x2x2         unfold: 4x2                  cs231n: 4x2
          slices: output column    down: tap row, tap column    down: tap row, tap column
          down: tap row            across: output column        across: output column
          across: tap column       here the same as columns     here the same as columns
          [0,0]:      [0,1]:
            | 0  1      | 0  1
          --+-----    --+-----
          0 | 0  1    0 | 1  2
          1 | 3  4    1 | 4  5

          matlab: 4x2                  matlab-rows: 4x2
          down: tap column, tap row    down: tap column, tap row
          across: output column        across: output column
            | 0  1                     here the same as matlab
          --+-----
          0 | 0  1
          1 | 3  4
          2 | 1  2
          3 | 4  5

          Of several factors the last one runs fastest.
          """)
  }

  @Test func `what is hidden of an order can be asked for`() throws {
    let window = try SlidingWindow(input: Extent(30), kernel: Extent(3))
    let text = try PatchOrdersView.text(
      of: TableTests.counting([30, 30]), window: window, im2col: "im2col x 3x3",
      .terminal(width: 80, height: 24))
    #expect(
      text.contains(
        "hidden: rows 5-778; show (im2col x 3x3 order=rows) rows=5:15\n"))
  }

  @Test(arguments: [20, 40, 80, 200])
  func `orders keep to the width`(_ width: Int) throws {
    let window = try SlidingWindow(input: Extent(5), kernel: Extent(3))
    let context = RenderContext.terminal(width: width, height: 24)
    let image = try TableTests.counting([2, 2, 5, 5])
    var text = try PatchOrdersView.text(of: image, window: window, im2col: "im2col x 3x3", context)
    for target in PatchOrder.allCases {
      text +=
        try "\n"
        + PermutationView.text(
          of: PatchPermutation(image: image.shape, window: window, from: .matlab, to: target),
          context)
    }
    for line in text.split(separator: "\n") {
      #expect(line.count <= width && line.last != " ", "\(line)")
    }
  }
}

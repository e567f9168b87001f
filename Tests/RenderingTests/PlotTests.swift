import Kernels
import Tensors
import Testing

@testable import Rendering

/// Curves as text.
@Suite struct PlotTests {
  static func plot(
    _ values: [[Double]], _ request: PlotRequest, _ context: RenderContext
  ) throws -> String {
    let names = ["a", "b", "c", "d"]
    let curves = try zip(values, names).map { PlotCurve(try Tensor(vector: $0), named: $1) }
    return try PlotView.text(of: curves, request, context)
  }

  static func plot(_ values: [[Double]], _ context: RenderContext) throws -> String {
    try plot(values, PlotRequest(), context)
  }

  @Test func `few values are marked and joined`() throws {
    #expect(
      try Self.plot([[0, 1, 4, 9]], PlotRequest(height: 10), RenderContext(width: 34)) == """
          |                             .*
        8 +                           .-'
          |                         .-'
        6 +                       .-'
          |                     .-'
        4 +                   .*'
          |                .-'
        2 +            .-''
          |      ...-*'
        0 +*-''''
          ++---------+---------+---------+
           0         1         2         3
        a: min 0 at 0, max 9 at 3, last 9
           at 3
        """)
  }

  @Test func `Braille has eight dots a character`() throws {
    #expect(
      try Self.plot(
        [[0, 1, 4, 9]], PlotRequest(height: 6), RenderContext(width: 34, box: .unicode)) == """
            │                            ⡠⠔*
            │                        ⢀⡠⠒⠉
          5 ┤                     ⣀⠤⠊⠁
            │               ⢀⣀⠤⠔⠒*
            │        ⣀⣀*⠤⠔⠒⠉⠁
          0 ┤*⠒⠒⠉⠉⠉⠉⠉
            └┬─────────┬─────────┬─────────┬
             0         1         2         3
          a: min 0 at 0, max 9 at 3, last 9
             at 3
          """)
  }

  @Test func `several curves have marks, and take turns where they meet`() throws {
    let ramp = (0..<60).map(Double.init)
    #expect(
      try Self.plot(
        [ramp, ramp.map { 59 - $0 }, ramp], PlotRequest(height: 7), RenderContext(width: 40)) == """
          60 +ooo                              +*+
          50 +   oooooo                  +*+*+*
          40 +         oooooo      +*+*+*
          30 +               *o+*o+
          20 +         +*+*+*      oooooo
          10 +   +*+*+*                  oooooo
           0 +*+*                              ooo
             ++-----------+-----------+-----------
              0           20          40
          * a: min 0 at 0, max 59 at 59, last 59
               at 59
          o b: min 0 at 59, max 59 at 0, last 0 at
               59
          + c: min 0 at 0, max 59 at 59, last 59
               at 59
          """)
  }

  @Test func `several curves in Braille have a mark now and then`() throws {
    let ramp = (0..<60).map(Double.init)
    #expect(
      try Self.plot(
        [ramp, ramp.map { 59 - $0 }], PlotRequest(height: 5),
        RenderContext(width: 40, box: .unicode)) == """
             │⡀                                  ⢀
          50 ┤⠈⠉⠉⠒⠒⠒⠤⠤⢄⣀⣀              ⢀⣀⡠⠤⠤*⠒⠒⠉⠉⠁
             │           ⠉⠉⠒⠒⣢⣤⣤o⣤⣔⠒⠒⠉⠉⠁
             │     ⢀*⣀⠤⠤⠒⠒⠊⠉⠉      ⠉⠉⠑⠒⠒⠤⠤⢄⣀⡀
           0 ┤⠒⠒⠒⠉⠉⠁                        ⠈⠉⠉⠒⠒⠒
             └┬───────────┬───────────┬───────────
              0           20          40
          * a: min 0 at 0, max 59 at 59, last 59
               at 59
          o b: min 0 at 59, max 59 at 0, last 0 at
               59
          """)
  }

  @Test func `equal curves share their marks`() throws {
    let text = try Self.plot([[1, 2, 3, 4], [1, 2, 3, 4]], RenderContext(width: 40))
    #expect(text.split(separator: "\n")[0].hasSuffix("o"))
    #expect(text.contains("+*"))
  }

  @Test func `a logarithmic axis has powers of ten exactly on their rows`() throws {
    #expect(
      try Self.plot(
        [(0...8).map { 1 / [1, 10, 100, 1000, 1e4, 1e5, 1e6, 1e7, 1e8][$0] }],
        PlotRequest(isLogarithmic: true), RenderContext(width: 50)) == """
               1 +*..
                 |   ''*..
            0.01 +        ''*..
                 |             ''*-..
          0.0001 +                   ''*..
                 |                        ''*..
           1e-06 +                             ''*..
                 |                                  ''*..
           1e-08 +                                       ''*
                 ++---------+----------+---------+---------+
                  0         2          4         6         8
          a: min 1e-08 at 8, max 1 at 0, last 1e-08 at 8;
             log scale
          """)
  }

  @Test func `inside of a decade a logarithmic axis has round numbers on the nearest rows`() throws
  {
    #expect(
      try Self.plot(
        [[0.136, 0.075, 0.073, 0.072, 0.071]], PlotRequest(isLogarithmic: true, height: 8),
        RenderContext(width: 50)) == """
               |*\\
          0.12 +  \\.
               |   '-.
          0.10 +     '\\
               |       '\\
          0.08 +         \\.
               |          '*-----.....*.........*.....
               |                                      '''''*
               ++----------+----------+---------+----------+
                0          1          2         3          4
          a: min 0.071 at 4, max 0.136 at 0, last 0.071 at
             4; log scale
          """)
  }

  @Test func `gaps are marked on the axis and counted`() throws {
    #expect(
      try Self.plot(
        [[1, .nan, 3, .infinity, .nan, 2]], PlotRequest(height: 5), RenderContext(width: 46)) == """
          3.0 +                *
          2.5 +
          2.0 +                                        *
          1.5 +
          1.0 +*
              ++-------?-------+-------?-------?-------+
               0       1       2       3       4       5
          a: min 1 at 0, max 3 at 2, last 2 at 5; 2 NaN,
             the first at 1; 1 inf, at 3
          """)
  }

  @Test func `what has no logarithm is a gap of a logarithmic axis`() throws {
    let text = try Self.plot(
      [[1, 0, 10, -1]], PlotRequest(isLogarithmic: true), RenderContext(width: 90))
    #expect(
      text.hasSuffix(
        "a: min 1 at 0, max 10 at 2, last -1 at 3; 2 without a logarithm, the first at 1; log scale"
      ))
  }

  @Test func `an equal curve, one point and a number stand in the middle`() throws {
    let expected = """
      5 +
      4 +
      3 +*
      2 +
        ++------------------------------------
         0
      a: min 3 at 0, max 3 at 0, last 3 at 0
      """
    #expect(try Self.plot([[3]], RenderContext(width: 40)) == expected)
    #expect(
      try PlotView.text(
        of: [PlotCurve(Tensor(3), named: "a")], PlotRequest(), RenderContext(width: 40))
        == expected)
    let zeros = try Self.plot([[0, 0, 0]], RenderContext(width: 40)).split(separator: "\n")
    #expect(zeros[2] == " 0.0 +*----------------*---------------*")
  }

  static let nothing: [([[Double]], String)] = [
    ([[]], "a: no values"), ([[.nan, .nan]], "a: last NaN at 1; 2 NaN, the first at 0"),
    ([[.infinity]], "a: last inf at 0; 1 inf, at 0"),
    ([[], []], "* a: no values\no b: no values"),
  ]

  @Test(arguments: nothing)
  func `where nothing can be drawn it is said why`(_ values: [[Double]], _ text: String) throws {
    #expect(try Self.plot(values, RenderContext(width: 60)) == text)
  }

  @Test func `a curve shorter than the longest ends early`() throws {
    let lines = try Self.plot([[0, 1, 2, 3, 4], [4, 4]], RenderContext(width: 40))
      .split(separator: "\n")
    #expect(lines[0] == "4 +oooooooooo                         **")
    #expect(lines.last == "o b: min 4 at 0, max 4 at 0, last 4 at 1")
  }

  @Test(arguments: [(90, "90", 90), (-10, "90", 90), (-1000, "0", 0)])
  func `a curve may begin later`(_ first: Int, _ label: String, _ least: Int) throws {
    let text = try Self.plot(
      [(0..<100).map(Double.init)], PlotRequest(first: first), RenderContext(width: 60))
    let lines = text.split(separator: "\n")
    #expect(lines[lines.count - 2].split(separator: " ").first.map(String.init) == label)
    #expect(lines.last == "a: min \(least) at \(least), max 99 at 99, last 99 at 99")
  }

  @Test func `a vector may lie in a matrix of one row or column`() throws {
    let column = try Tensor([1, 2, 3], Shape([3, 1]))
    let text = try PlotView.text(
      of: [PlotCurve(column, named: "a")], PlotRequest(), RenderContext(width: 60))
    #expect(text.hasSuffix("a: min 1 at 0, max 3 at 2, last 3 at 2"))
  }

  @Test func `what is no curve is refused`() throws {
    let matrix = try Tensor([1, 2, 3, 4], Shape([2, 2]))
    #expect(throws: RenderingError.notACurve(matrix.shape)) {
      try PlotView.text(of: [PlotCurve(matrix, named: "a")], PlotRequest(), RenderContext())
    }
    #expect(throws: RenderingError.nothingToDraw) {
      try PlotView.text(of: [], PlotRequest(), RenderContext())
    }
    #expect(throws: RenderingError.firstIndex(3, count: 3)) {
      try Self.plot([[1, 2, 3]], PlotRequest(first: 3), RenderContext())
    }
  }

  @Test func `colours repeat what marks say`() throws {
    let context = RenderContext(width: 40, color: .palette)
    let text = try Self.plot([[1, 2, 3], [3, 2, 1]], context)
    #expect(text.contains("\u{1B}[38;5;74m*\u{1B}[0m a:"))
    #expect(text.contains("\u{1B}[38;5;178mo\u{1B}[0m b:"))
    #expect(
      text.replacing(/\u{1B}\[[0-9;]*m/, with: "")
        == (try Self.plot([[1, 2, 3], [3, 2, 1]], RenderContext(width: 40))))
  }

  static let shapes: [[[Double]]] = [
    [[1]], [[1, 2, 3], [3, 1, 2]], [(0..<5000).map { Double(($0 * 7919) % 1000) }],
    [[.nan, 1, 2, .infinity]], [[1e-300, 1e300]], [[-1e308, 1e308, 0]], [[1e15, 1e15 + 1]],
    [[Double.leastNonzeroMagnitude, 0]], [(0..<300).map { 1 / Double($0 + 1) }, [1], []],
    [[-123456.75, -123456.5]],
  ]

  @Test(arguments: shapes, [20, 40, 80, 200])
  func `a plot keeps to the width`(_ values: [[Double]], _ width: Int) throws {
    for box in BoxStyle.allCases {
      for isLogarithmic in [false, true] {
        let context = RenderContext.terminal(width: width, height: 24, box: box)
        let text = try Self.plot(values, PlotRequest(isLogarithmic: isLogarithmic), context)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count <= 24)
        for line in lines {
          #expect(line.count <= min(width, 100) && line.last != " ", "\(line)")
          #expect(box == .unicode || line.utf8.allSatisfy { $0 < 0x80 }, "\(line)")
        }
      }
    }
  }

  @Test(arguments: [3, 5, 13, 40], [20, 33, 100])
  func `a plot has the height and width that are asked for`(_ height: Int, _ width: Int) throws {
    let values = (0..<200).map { Double($0 * $0 % 37) }
    let lines = try Self.plot(
      [values], PlotRequest(height: height, width: width), RenderContext(width: 80)
    ).split(separator: "\n")
    let rows = lines.filter { $0.contains("|") || $0.contains("+") }.count - 1
    #expect(rows <= height && rows * 2 >= height, "\(rows)")
    #expect(lines.allSatisfy { $0.count <= width })
  }
}

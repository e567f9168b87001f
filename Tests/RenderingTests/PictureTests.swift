import Kernels
import Tensors
import Testing

@testable import Rendering

@Suite struct PictureTests {
  static let ramp = #"shades from low to high: " .:-=+*#%@""#

  static func picture(_ source: any CellSource, _ context: RenderContext) throws -> String {
    try PictureView.text(of: source, TableRequest(name: "x"), context)
  }

  @Test func `without colour a picture is drawn with characters`() throws {
    let picture = try Tensor((0..<16).map { Double($0) / 15 }, Shape([4, 4]))
    #expect(
      try Self.picture(picture, RenderContext(width: 8)) == """
        x:
            ..::
        ::--====
        ++****##
        %%%%@@@@
        4x4,
          blank
          0, @ 1
        """)
  }

  @Test func `with colour a character holds two pixels`() throws {
    let colors = try Tensor([1, 0, 0, 1, 0, 0, 1, 1, 0, 1, 0, 1], Shape([3, 2, 2]))
    let text = try Self.picture(colors, RenderContext(width: 2, color: .full))
    #expect(
      text.hasPrefix(
        "\u{1B}[1mx:\u{1B}[0m\n\u{1B}[38;2;255;0;0;48;2;0;255;0m▀"
          + "\u{1B}[38;2;0;0;255;48;2;255;255;255m▀\u{1B}[0m\n"))
    let palette = try Self.picture(colors, RenderContext(width: 2, color: .palette))
    #expect(palette.contains("\u{1B}[38;5;196;48;5;46m▀\u{1B}[38;5;21;48;5;231m▀"))
  }

  @Test func `three channels are one picture, other numbers of channels are apart`() throws {
    let context = RenderContext(width: 80)
    let three = try Self.picture(Tensor(Shape([2, 3, 4, 4]), .f64), context)
    #expect(three.contains("x[0]:") && three.contains("x[1]:") && three.contains("in grey"))
    let four = try Self.picture(Tensor(Shape([1, 4, 4, 4]), .f64), context)
    #expect(four.contains("x[0,3]:"))
  }

  @Test func `numbers beyond 0 to 1 are stretched and the range is said`() throws {
    let text = try Self.picture(TableTests.counting([2, 2]), RenderContext(width: 40))
    #expect(text.hasSuffix("2x2, blank 0, @ 3"))
  }

  @Test func `NaN is marked`() throws {
    let picture = try TableTests.matrix([[0, .nan], [1, 0.5]])
    #expect(
      try Self.picture(picture, RenderContext(width: 4)).hasPrefix("x:\n  ??\n@@++\n"))
  }

  @Test func `pictures of one value or of several stand in a row`() throws {
    let small = try Tensor(Shape([4, 4]), .f64, filledWith: 1)
    let values = ["clean", "noisy", "denoised"].map {
      RequestedValue(small, TableRequest(name: $0))
    }
    let lines = try PictureView.text(of: values, RenderContext(width: 80)).split(separator: "\n")
    #expect(lines[0].hasPrefix("clean:") && lines[0].contains("noisy:"))
    #expect(lines[0].hasSuffix("denoised:"))
    #expect(throws: RenderingError.nothingToDraw) {
      try PictureView.text(of: [], RenderContext())
    }
    #expect(throws: RenderingError.notAPicture(try Shape([3]))) {
      try Self.picture(Tensor(vector: [1, 2, 3]), RenderContext())
    }
  }

  @Test func `of a huge picture some pixels are read`() throws {
    let source = try CountingSource([40_000, 30_000])
    _ = try Self.picture(source, .terminal(width: 80, height: 24))
    #expect(source.cellsRead <= SampledPicture.mostReads)
    #expect(source.mostReads == 1)
  }

  @Test func `a lazy value of millions of pictures draws a few`() throws {
    let source = try CountingSource([1, 1, 2990, 3990, 11, 11])
    let text = try Self.picture(source, .terminal(width: 80, height: 24))
    #expect(
      text.contains(
        "hidden: 11,930,097 pictures, [0,0,0,3] to [0,0,2989,3989] of x; show x[0,0,0,3]"))
  }

  @Test func `a batch is a row of pictures with indices, and says how many are hidden`() throws {
    let ink = try Tensor((0..<1797 * 4).map { Double($0 % 5) / 4 }, Shape([1797, 1, 2, 2]))
    let context = RenderContext.terminal(width: 76, height: 8)
    #expect(
      try PictureView.text(of: ink, TableRequest(name: "d"), context) == """
        d[0]:       d[1]:       d[2]:       d[3]:       d[4]:       d[5]:
            ::::    @@@@        ####@@@@    ++++####    ::::++++        ::::
            ::::    @@@@        ####@@@@    ++++####    ::::++++        ::::
        ++++####    ::::++++        ::::    @@@@        ####@@@@    ++++####
        ++++####    ::::++++        ::::    @@@@        ####@@@@    ++++####
        2x2, blank 0, @ 1
        hidden: 1,791 pictures, [6] to [1796] of d; show d[6:12] as=image
        """)
    let two = try PictureView.text(
      of: Tensor(Shape([2, 1, 2, 2]), .f64), TableRequest(), RenderContext(width: 76))
    #expect(two.hasPrefix("[0]:") && two.contains("[1]:"))
    #expect(
      try HeatMap.text(
        of: Tensor(Shape([30, 1, 40, 40]), .f64), TableRequest(name: "d"),
        .terminal(width: 20, height: 24)
      ).contains("hidden: 29 pictures,\n  [1] to [29] of d;\n  show d[1] as=heat"))
  }

  @Test func `several kernels are heat maps side by side, the shades said once`() throws {
    let values = [("k", [[0, 1.0], [2, 3]]), ("(k * -1)", [[0, -1.0], [-2, -3]])]
    let requests = try values.map {
      RequestedValue(try TableTests.matrix($1), TableRequest(name: $0))
    }
    #expect(
      try HeatMap.text(of: requests, RenderContext(width: 60)) == """
        k: [0, 3]       (k * -1): [-3, 0]
          |   0    1      |    0     1
        --+---------    --+-----------
        0 | 0    1 -    0 |  0 @  -1 *
        1 | 2 *  3 @    1 | -2 -  -3
        shades from low to high: " .:-=+*#%@"
        """)
    #expect(throws: RenderingError.nothingToDraw) { try HeatMap.text(of: [], RenderContext()) }
  }

  @Test func `pictures of several sizes keep their grid, and the sizes are said`() throws {
    let values = try [[2, 2], [4, 4]].map {
      RequestedValue(try Tensor(Shape($0), .f64), TableRequest(name: "x"))
    }
    let text = try PictureView.text(of: values, RenderContext(width: 80))
    #expect(text.hasPrefix("x:                                  x:\n"))
    #expect(text.hasSuffix("2x2, 4x4, blank 0, @ 1"))
  }

  @Test(arguments: [20, 40, 80, 200], [ColorDepth.none, .palette])
  func `pictures and heat maps keep to the width`(_ width: Int, _ color: ColorDepth) throws {
    let context = RenderContext.terminal(width: width, height: 24, color: color)
    for shape in [[1, 1], [2, 3], [28, 28], [300, 500], [3, 9, 9], [2, 3, 64, 64], [2, 900]] {
      let source = try CountingSource(shape, counts: false)
      for text in [
        try Self.picture(source, context),
        try HeatMap.text(of: source, TableRequest(name: "x"), context),
      ] {
        for line in text.replacing(/\u{1B}\[[0-9;]*m/, with: "").split(separator: "\n") {
          #expect(line.count <= width, "\(shape): \(line)")
          #expect(color != .none || line.last != " ", "\(shape): \(line)")
        }
      }
    }
  }

  @Test func `a small heat map has its numbers`() throws {
    #expect(
      try HeatMap.text(
        of: TableTests.matrix([[0, -1.0 / 3], [0.25, 1], [.nan, 0.7]]), TableRequest(name: "k"),
        RenderContext())
          == """
          k: [-0.3333, 1]
            |        0         1
          --+-------------------
          0 |   0    :  -0.333
          1 |   0.25 =   1.000 @
          2 |    NaN ?   0.700 #
          \(Self.ramp)
          NaN is ?
          """)
  }

  static let bareRanges: [([[Double]], String)] = [
    ([[.nan, .nan]], "all NaN\n  |     0      1\n--+-------------\n0 | NaN ?  NaN ?\nNaN is ?"),
    ([[2, 2]], "all 2\n  |   0    1\n--+---------\n0 | 2 +  2 +"),
    (
      [[.infinity, -.infinity]],
      "no finite number\n  |      0       1\n--+---------------\n0 |  inf @  -inf\n\(ramp)"
    ),
    (
      [[.infinity, .nan]],
      "no finite number\n  |     0      1\n--+-------------\n0 | inf @  NaN ?\n\(ramp)\nNaN is ?"
    ),
    (
      [[2, .nan]],
      "finite ones all 2\n  |     0      1\n--+-------------\n0 |   2 +  NaN ?\nNaN is ?"
    ),
    (
      [[1, 1.00001]],
      "[1, 1.00001]\n  |       0        1\n--+-----------------\n0 |     1    1.000 @\n\(ramp)"
    ),
  ]

  @Test("a range that is none, of one number, or narrow is said in words", arguments: bareRanges)
  func bareRange(_ rows: [[Double]], _ text: String) throws {
    #expect(
      try HeatMap.text(of: TableTests.matrix(rows), TableRequest(), RenderContext()) == text)
  }

  @Test func `a larger heat map has shades and its indices`() throws {
    #expect(
      try HeatMap.text(of: TableTests.counting([14, 7]), TableRequest(name: "k"), RenderContext())
        == """
        k: [0, 97]
           | 0         5
        ---+---------------
         0 |
         1 |       ........
         2 | ............::
         3 | ::::::::::::::
         4 | ::::----------
         5 | --------======
         6 | ==============
         7 | ++++++++++++++
         8 | ++++++********
         9 | **********####
        10 | ##############
        11 | ##%%%%%%%%%%%%
        12 | %%%%%%%%@@@@@@
        13 | @@@@@@@@@@@@@@
        \(Self.ramp)
        """)
  }

  @Test func `a part of a heat map or a picture has its own indices`() throws {
    let matrix = try TableTests.counting([100, 100])
    #expect(
      try HeatMap.text(
        of: matrix, TableRequest(name: "k", rows: 98..<120, columns: 40..<60), RenderContext())
          == """
          k: [9840, 9959]
             | 40        45        50        55
          ---+-----------------------------------------
          98 |                         ................
          99 | %%%%%%%%%%%%%%%%@@@@@@@@@@@@@@@@@@@@@@@@
          \(Self.ramp)
          """)
    #expect(throws: RenderingError.rows(200..<300, count: 100)) {
      try PictureView.text(of: matrix, TableRequest(rows: 200..<300), RenderContext())
    }
  }

  @Test func `cells of a heat map that does not fit are means`() throws {
    let text = try HeatMap.text(
      of: TableTests.counting([40, 40]), TableRequest(name: "k"), RenderContext(width: 50))
    #expect(text.contains("each cell is the mean of 2x2 cells"))
    #expect(text.hasPrefix("k: [20.5, 1578.5]\n"))
  }

  @Test func `heat has colours behind the cells`() throws {
    let text = try HeatMap.text(
      of: TableTests.matrix([[-1, 0, 1]]), TableRequest(name: "k"), RenderContext(color: .full))
    #expect(
      text.hasSuffix(
        "\u{1B}[48;2;5;113;176;38;5;231m -1 \u{1B}[0m\u{1B}[48;2;247;247;247;38;5;16m  0 \u{1B}[0m"
          + "\u{1B}[48;2;202;0;32;38;5;231m  1 \u{1B}[0m"))
  }

  @Test func `every colour of the palette is its own nearest`() {
    for index in 16...255 {
      let color = Self.paletteColor(index)
      let nearest = Self.paletteColor(color.paletteIndex)
      #expect(nearest == color, "\(index)")
    }
  }

  private static func paletteColor(_ index: Int) -> PictureColor {
    if index >= 232 {
      let grey = UInt8(8 + 10 * (index - 232))
      return PictureColor(red: grey, green: grey, blue: grey)
    }
    let levels: [UInt8] = [0, 95, 135, 175, 215, 255]
    let place = index - 16
    return PictureColor(
      red: levels[place / 36], green: levels[place / 6 % 6], blue: levels[place % 6])
  }
}

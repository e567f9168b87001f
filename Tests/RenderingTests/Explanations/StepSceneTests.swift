import Convolution
import Provenance
import Tensors
import Testing
import Windows

@testable import Rendering

@Suite struct StepSceneTests {
  /// The classic: 5x5 with 3x3 and padding.
  private static func classic() throws -> (node: Node, names: NodeNames) {
    let x = try Past.counting([5, 5])
    let k = try Past.matrix([[1, 0, -1], [2, 0, -2], [1, 0, -1]])
    let y = try Past.convolution(x, k, pad: 1)
    return (y, NodeNames([("k", k), ("x", x), ("y", y)]))
  }

  @Test func `the classic 5x5 with 3x3`() throws {
    let (y, names) = try Self.classic()
    let scene = try StepScene(y, names: names)
    let drawn = try scene.frame(row: 1, column: 2, Past.screen)
    #expect(
      drawn == """
        step 8 of 25: y = conv x k pad=1

        x 5x5                        k 3x3                      im2col column 7
           | -1  0  1  2  3  4  5      |  0  1  2               0,1  1 *  1 =   1
        ---+----------------------   --+----------              0,2  2 *  0 =   0
        -1 |  .  .  .  .  .  .  .    0 |  1  0 -1               0,3  3 * -1 =  -3
         0 |  .  0[ 1  2  3] 4  .    1 |  2  0 -2               1,1  6 *  2 =  12
         1 |  .  5[ 6  7  8] 9  .    2 |  1  0 -1               1,2  7 *  0 =   0
         2 |  . 10[11 12 13]14  .                               1,3  8 * -2 = -16
         3 |  . 15 16 17 18 19  .    y 5x5                      2,1 11 *  1 =  11
         4 |  . 20 21 22 23 24  .      |   0   1   2   3   4    2,2 12 *  0 =   0
         5 |  .  .  .  .  .  .  .    --+---------------------   2,3 13 * -1 = -13
                                     0 |  -8  -6  -6  -6  14    sum            -8
                                     1 | -24  -8[ -8]  _   _
                                     2 |   _   _   _   _   _
                                     3 |   _   _   _   _   _
                                     4 |   _   _   _   _   _

        input row = 1 * stride 1 - pad 1 + tap 0..2 = 0..2
        input column = 2 * stride 1 - pad 1 + tap 0..2 = 1..3
        y[1,2] = -8
        """)
  }

  @Test func `colour repeats the marks and moves nothing`() throws {
    let (y, names) = try Self.classic()
    let scene = try StepScene(y, names: names)
    var colored = Past.screen
    colored.color = .palette
    for place in 0..<25 {
      let plain = try scene.frame(row: place / 5, column: place % 5, Past.screen)
      let inked = try scene.frame(row: place / 5, column: place % 5, colored)
      #expect(inked != plain)
      #expect(Self.withoutEscapes(inked) == plain)
    }
  }

  private static func withoutEscapes(_ text: String) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if character == "\u{1B}" { isEscaped = true }
      if !isEscaped { result.append(character) }
      if character == "m" { isEscaped = false }
    }
    return result
  }

  @Test func `an im2col matrix is filled column by column`() throws {
    let x = try Past.counting([3, 3])
    let m = try Node(Im2colOperation(Past.window(2), order: .columns), [x])
    let scene = try StepScene(m, names: NodeNames([("m", m), ("x", x)]))
    let drawn = try scene.frame(row: 0, column: 1, Past.screen)
    #expect(
      drawn == """
        step 2 of 4: m = im2col x 2x2

        x 3x3          m 4x4             filled by the window
          | 0  1  2      | 0  1  2  3    cell   tap  pixel  value
        --+---------   --+------------   [0,1]  0,0  0,1        1
        0 | 0 [1  2]   0 | 0 [1] _  _    [1,1]  0,1  0,2        2
        1 | 3 [4  5]   1 | 1 [2] _  _    [2,1]  1,0  1,1        4
        2 | 6  7  8    2 | 3 [4] _  _    [3,1]  1,1  1,2        5
                       3 | 4 [5] _  _

        input row = 0 * stride 1 + tap 0..1 = 0..1
        input column = 1 * stride 1 + tap 0..1 = 1..2
        """)
  }

  @Test func `a gradient is walked through as any other value`() throws {
    let (y, names) = try Self.classic()
    let x = try #require(y.origin?.operands[0])
    let gradient = try Backward(from: y).gradient(of: x)
    let scene = try StepScene(gradient, names: names.naming(gradient, "dx"))
    #expect((scene.rows, scene.columns) == (5, 5))
    for place in 0..<25 {
      let frame = try scene.frame(row: place / 5, column: place % 5, Past.screen)
      #expect(frame.contains("dx[\(place / 5),\(place % 5)] = "))
      Self.expectFits(frame, 80, 24)
    }
  }

  @Test func `the gradient of an input is made of the upstream and the kernel`() throws {
    let x = try Past.counting([5, 5])
    let k = try Past.matrix([[0, 1, 2], [3, 4, 5], [6, 7, 8]])
    let y = try Past.convolution(x, k, pad: 1, stride: 2)
    let backward = try Backward(from: y)
    let gradient = try backward.gradient(of: x)
    let names = NodeNames([("k", k), ("x", x), ("y", y)]).following(backward)
    let frame = try StepScene(gradient, names: names).frame(row: 2, column: 3, Past.screen)
    #expect(
      frame == """
        step 14 of 25: grad x = conv' k upstream of x stride=2 pad=1

        upstream 3x3   k 3x3                     arithmetic
          | 0  1  2      | 0  1  2               1,1 1 * 5 = 5
        --+---------   --+---------              1,2 1 * 3 = 3
        0 | 1  1  1    0 | 0  1  2               sum         8
        1 | 1 [1  1]   1 |[3] 4 [5]
        2 | 1  1  1    2 | 6  7  8

                       grad x 5x5
                         |  0   1   2   3   4
                       --+--------------------
                       0 |  4   8   4   8   4
                       1 |  8  16   8  16   8
                       2 |  4   8   4 [ 8]  _
                       3 |  _   _   _   _   _
                       4 |  _   _   _   _   _

        grad x[2,3] = 8
        """)
  }

  static let sizes = [(80, 24), (80, 20), (60, 24), (40, 14), (200, 60)]

  @Test("Every frame fits its screen", arguments: sizes)
  func fits(_ size: (Int, Int)) throws {
    let context = RenderContext.terminal(width: size.0, height: size.1)
    let x = try Past.counting([2, 3, 30, 40])
    let k = try Past.counting([4, 3, 5, 5])
    let scenes = try [
      StepScene(Self.classic().node, names: Self.classic().names),
      StepScene(
        Past.convolution(x, k, pad: 2, stride: 3, bias: Past.counting([4])), names: NodeNames(),
        choice: StepChoice(image: 1, channel: 2, output: 3)),
      StepScene(
        Node(Im2colOperation(Past.window(5, stride: 2, pad: 2), order: .rows), [x]),
        names: NodeNames(), choice: StepChoice(image: 1, channel: 2)),
      StepScene(
        Node(PoolOperation(kernel: Extent(3), PoolOptions(kind: .avg)), [x]), names: NodeNames()),
      StepScene(Node(ReduceOperation(.sum, axes: [1]), [x]), names: NodeNames()),
    ]
    for scene in scenes {
      for row in 0..<scene.rows {
        for column in [0, scene.columns / 2, scene.columns - 1] {
          Self.expectFits(
            try scene.frame(row: row, column: column, context), size.0, size.1)
        }
      }
    }
  }

  private static func expectFits(_ frame: String, _ width: Int, _ height: Int) {
    let lines = frame.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= height, "\(frame)")
    #expect(lines.allSatisfy { $0.count <= width && !$0.hasSuffix(" ") }, "\(frame)")
  }

  @Test func `a screen that is too small is told so`() throws {
    let (y, names) = try Self.classic()
    let scene = try StepScene(y, names: names)
    let drawn = try scene.frame(row: 0, column: 0, .terminal(width: 30, height: 10))
    #expect(
      drawn == """
        a frame takes 40x14 characters,
        this screen has 30x10
        """)
  }

  @Test func `what there is not cannot be chosen or walked to`() throws {
    let (y, names) = try Self.classic()
    #expect(throws: StepError.choice(option: "image", 1, count: 1)) {
      try StepScene(y, names: names, choice: StepChoice(image: 1))
    }
    #expect(throws: StepError.choice(option: "output", 2, count: 1)) {
      try StepScene(y, names: names, choice: StepChoice(output: 2))
    }
    #expect(throws: StepError.choice(option: "channel", 3, count: 1)) {
      try StepScene(y, names: names, choice: StepChoice(channel: 3)).frame(
        row: 0, column: 0, Past.screen)
    }
    #expect(throws: StepError.position(row: 5, column: 0, rows: 5, columns: 5)) {
      try StepScene(y, names: names).frame(row: 5, column: 0, Past.screen)
    }
    let leaf = try Past.counting([2])
    #expect(throws: StepError.leaf(leaf.value.shape)) { try StepScene(leaf, names: names) }
  }

  @Test(arguments: [
    (0..<10, 4..<6, 4, 3..<7), (0..<10, 0..<3, 5, 0..<5), (0..<10, 8..<10, 5, 5..<10),
    (-1..<6, -1..<2, 3, -1..<2), (0..<3, 0..<2, 9, 0..<3), (0..<10, 2..<8, 3, 2..<5),
  ])
  func `a crop has its focus in the middle as far as it can`(
    _ all: Range<Int>, _ focus: Range<Int>, _ count: Int, _ cropped: Range<Int>
  ) {
    #expect(MarkedGrid.crop(all, around: focus, to: count) == cropped)
  }
}

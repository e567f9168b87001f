import Language
import Provenance
import Rendering
import Tensors

extension Verb {
  static let step = Verb(
    "step", .seeing, "walks through a value: what each window or cell reads, and what comes of it",
    operands: [.x],
    options: [
      OptionSignature("at", .indexList, summary: "prints the frame of one position: at=1,2"),
      OptionSignature("from", .indexList, summary: "prints the frames from a position on"),
      OptionSignature("to", .indexList, summary: "the last position that is printed"),
      OptionSignature("image", .integer, default: "0", summary: "which image of a batch"),
      OptionSignature("channel", .integer, default: "0", summary: "which input channel is shown"),
      OptionSignature("output", .integer, default: "0", summary: "which output channel is walked"),
    ],
    examples: [
      VerbExample(
        "x = reshape (arange 9) 3x3; k = [1 2; 3 4]; y = conv x k; step y at=1,0",
        output: """
          step 3 of 4: y = conv x k

          x 3x3          k 2x2         im2col column 2
            | 0  1  2      | 0  1      1,0 3 * 1 =  3
          --+---------   --+------     1,1 4 * 2 =  8
          0 | 0  1  2    0 | 1  2      2,0 6 * 3 = 18
          1 |[3  4] 5    1 | 3  4      2,1 7 * 4 = 28
          2 |[6  7] 8                  sum         57
                         y 2x2
                           |  0   1
                         --+--------
                         0 | 27  37
                         1 |[57]  _

          input row = 1 * stride 1 + tap 0..1 = 1..2
          input column = 0 * stride 1 + tap 0..1 = 0..1
          y[1,0] = 57
          """),
      VerbExample(
        "x = reshape (arange 9) 3x3; m = im2col x 2x2; step m at=0,1",
        output: """
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
          """),
    ],
    .command { arguments in
      let session = arguments.session
      let choice = StepChoice(
        image: try arguments.integer("image") ?? 0, channel: try arguments.integer("channel") ?? 0,
        output: try arguments.integer("output") ?? 0)
      let scene = try StepScene(try arguments.node(0), names: session.nodeNames, choice: choice)
      if let places = try arguments.places(in: scene) {
        for (number, place) in places.enumerated() {
          if number > 0 { session.write("") }
          try session.present { try scene.frame(row: place.row, column: place.column, $0) }
        }
        return
      }
      guard session.console.canRedraw, !session.isMuted else {
        let text = session.source.text(arguments.expression(0).span)
        throw Explanation(
          "`step` walks by keys, and here nobody can press one",
          help: "`step \(text) at=0,0` prints one frame, `step \(text) from=0,0 to=0,3` several")
      }
      let dialogue = StepDialogue(
        console: session.console, scene: scene, context: { session.renderContext })
      try dialogue.run()
      session.console.write("\n")
    })
}

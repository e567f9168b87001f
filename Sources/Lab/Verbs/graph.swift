import Language
import Provenance
import Rendering

extension Verb {
  static let graph = Verb(
    "graph", .seeing,
    "everything a value was made of, and after `backward` how the gradients were",
    operands: [.x], options: [.all],
    examples: [
      VerbExample(
        "x = reshape (arange 9) 3x3; k = [1 2; 3 4];\n"
          + "y = relu (conv x k) + x[1:3, 1:3]; graph y",
        output: """
          graph of y: 7 values, 2 leaves

          *    #1  leaf            9
          *    x   reshape #1 3x3  3x3
          | *  k   leaf            2x2
          +-*  #2  conv x k        2x2
          | *  #3  relu #2         2x2
          * |  #4  x[1:3, 1:3]     2x2
          *-+  y   #3 + #4         2x2
          """)
    ],
    .command { arguments in
      let node = try arguments.node(0)
      let session = arguments.session
      let all = try arguments.flag("all")
      let names = session.nodeNames
      session.present { GraphText.text(of: node, names: names, all: all, $0) }
      guard let backward = session.backward, backward.root === node else { return }
      try session.present { context in
        "\n" + (try GraphText.backwardText(of: backward, names: names, all: all, context))
      }
    })
}

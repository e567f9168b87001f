import Kernels
import Language
import Provenance
import Rendering
import Tensors

extension Verb {
  static let gradcheck = Verb(
    "gradcheck", .gradients, "compares gradients with differences of the value itself, in f64",
    operands: [OperandSignature("y", .value, summary: "the value whose gradients are checked")],
    options: [
      OptionSignature(
        "eps", .number, summary: "the width h of the differences; 1e-5, or 1e-4 forward"),
      OptionSignature(
        "tol", .number,
        summary: "the error that is allowed; 1e-6, 1e-8 forward, 1e-4 for f32 claims"),
      OptionSignature(
        "fast", .boolean, default: "false", summary: "true tries one random direction a leaf"),
      OptionSignature(
        "forward", .boolean, default: "false", summary: "true takes forward differences"),
      OptionSignature(
        "upstream", .value, summary: "the gradient of y that the check starts with"),
      OptionSignature(
        "seed", .integer, default: "0", summary: "where the check's own random numbers start"),
      OptionSignature(
        "all", .boolean, default: "false", summary: "true checks all cells however long it takes"),
    ],
    examples: [
      VerbExample(
        "x = [1 2; 3 4]; k = [1 0; 0 -1]; y = conv x k pad=1; gradcheck y",
        output: """
          leaf | shape  cells  h  error  at     gradient  numeric  verdict
          -----+----------------------------------------------------------
          x    | 2x2        4  1  abs 0  [0,0]    0.6875   0.6875  ok
               |                  rel 0  [0,0]    0.6875   0.6875
          k    | 2x2        4  1  abs 0  [0,0]    2.6875   2.6875  ok
               |                  rel 0  [0,0]    2.6875   2.6875

          adjoint | <u, J v>  <J'u, v>  apart by
          --------+-----------------------------
          x       |  -2.4961   -2.4961         0
          k       |   10.176    10.176         0
          y is linear in x and k: there h = 1 is exact.
          """),
      VerbExample(
        "x = [-1 0 2]; y = relu x; gradcheck y",
        output: """
          leaf | shape  cells      h  error  at   gradient  numeric  verdict
          -----+------------------------------------------------------------
          x    | 3          3  1e-05  abs 0  [0]         0        0  kink
               |                      rel 0  [0]         0        0

          adjoint      | <u, J v>  <J'u, v>   apart by
          -------------+------------------------------
          x            |     1.75    0.1875   1.6 kink
            v all ones |   2.2813       1.5  0.78 kink
          kink: y bends within reach of h at 1 cell of x, most at x[1]: the slope jumps
            from 0 to 1.5625, a gap of 1.5625, and the gradient is 0.
          """),
      VerbExample(
        "x = [1 2 3]; y = 2 * x; gradcheck y x=[2 2 3]",
        output: """
          leaf | shape  cells  h  error     at   gradient  numeric  verdict
          -----+-----------------------------------------------------------
          x    | 3          3  1  abs 1     [2]         3        2  WRONG
               |                  rel 0.33  [2]         3        2

          adjoint | <u, J v>  <J'u, v>  apart by
          --------+-----------------------------
          x       |     8.75     10.25       1.5
          y is linear in x: there h = 1 is exact.
          u is all ones.
          1:39: error: the gradient for `x` is wrong at [2]: 3, where differences give 2
              1 | x = [1 2 3]; y = 2 * x; gradcheck y x=[2 2 3]
                |                                       ^
          """),
      VerbExample(
        "x = ones 2x3x10x10; k = ones 4x3x3x3; y = conv x k; gradcheck y fast=true",
        output: """
          leaf | shape      h  <u, J v>  <J'u, v>  apart by  verdict
          -----+----------------------------------------------------
          x    | 2x3x10x10  1   -220.14   -220.14         0  ok
          k    | 4x3x3x3    1    164.11    164.11         0  ok
          y is linear in x and k: there h = 1 is exact.
          """),
    ],
    takesFreeOptions: true,
    .command { arguments in
      let y = try arguments.node(0)
      let session = arguments.session
      let claims = try arguments.claims(on: y)
      let (options, upstream) = try arguments.checkOptions(of: y, hasClaims: !claims.isEmpty)
      try arguments.require(claims, fit: y)
      let subjects =
        claims.isEmpty
        ? session.subjects(below: y, where: try Backward(from: y).reaches)
        : zip(claims, try arguments.freeOptions()).map {
          Subject(node: $0.variable, title: $1.name)
        }
      let titles = subjects.map(\.title)
      if subjects.isEmpty { throw Explanation.nothingToDifferentiateBy }
      var check = try GradientCheck(
        of: y, variables: subjects.map(\.node), claims: claims, options: options)
      var progress = ProgressClock()
      let report = try check.run { state in
        guard progress.tick() != nil else { return }
        session.console.showProgress(
          "gradcheck \(titles[state.place]): \(state.done) of \(state.total) cells")
      }
      session.console.showProgress("")
      let title = session.source.text(arguments.expression(0).span)
      session.present {
        GradientCheckTable.document(
          of: report, value: title, leaves: titles, upstream: upstream, $0
        ).text($0)
      }
      if report.isInterrupted { throw Interrupted() }
      guard let wrong = report.firstWrong else { return }
      let name = titles[wrong.place]
      throw Explanation(
        wrong: wrong, title: name, role: arguments.has(name) ? name : "y",
        digits: session.settings.digits ?? 5)
    })
}

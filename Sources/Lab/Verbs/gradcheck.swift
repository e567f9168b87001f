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
        progress.tick {
          session.console.showProgress(
            "gradcheck \(titles[state.place]): \(state.done) of \(state.total) cells")
        }
      }
      session.console.showProgress("")
      let title = session.source.text(arguments.expression(0).span)
      session.present {
        GradientCheckTable.document(
          of: report, value: title, leaves: titles, upstream: upstream, $0
        ).text($0)
      }
      if report.isInterrupted { throw Interrupted() }
      if let wrong = report.firstWrong { throw arguments.failure(wrong, titles[wrong.place]) }
    })
}

extension Arguments {
  /// The options beyond the verb's own: names of what y came from, and what is claimed of them.
  fileprivate func claims(on y: Node) throws -> [ClaimedGradient] {
    try freeOptions().map { name, gradient in
      guard let variable = session.visibleNode(named: name) else {
        throw Explanation(
          "`\(name)` has no value that a gradient could be checked of", role: name,
          help: Nearest.match(name, among: session.boundNames + verb.signature.options.map(\.name))
            .map { "did you mean `\($0)=`?" })
      }
      return ClaimedGradient(of: variable, gradient)
    }
  }

  /// What the options say, and where the upstream gradient comes from in words.
  ///
  /// A claim was worked out for some upstream gradient: that of the last `backward` of the same
  /// value, or ones.
  fileprivate func checkOptions(
    of y: Node, hasClaims: Bool
  ) throws -> (GradientCheckOptions, upstream: String) {
    var options = GradientCheckOptions()
    options.width = try number("eps")
    options.tolerance = try number("tol")
    options.isFast = try flag("fast")
    options.takesForwardDifferences = try flag("forward")
    options.seed = UInt64(bitPattern: Int64(try integer("seed") ?? 0))
    if try flag("all") { options.longest = nil }
    for (name, value) in [("eps", options.width), ("tol", options.tolerance)] {
      guard let value, !(value > 0 && value.isFinite) else { continue }
      throw Explanation("`\(name)` takes a number above 0", role: name)
    }
    if let given = try value("upstream") {
      options.upstream = given
      return (options, "as given")
    }
    guard hasClaims else { return (options, "random") }
    if let pass = session.gradients, pass.backward.root === y {
      options.upstream = pass.backward.upstream
      return (options, "that of the last `backward`")
    }
    options.upstream = try Backward(from: y).upstream
    return (options, "all ones")
  }

  /// Refuses claims of the wrong shape, and of what the value does not depend on.
  fileprivate func require(_ claims: [ClaimedGradient], fit y: Node) throws {
    if claims.isEmpty { return }
    let ancestry = y.ancestry
    for (claim, name) in zip(claims, try freeOptions().map(\.name)) {
      let (shape, expected) = (claim.gradient.value.shape, claim.variable.value.shape)
      guard shape == expected else {
        throw Explanation(
          "the gradient claimed for `\(name)` is \(shape), and `\(name)` is \(expected)",
          role: name, note: "\(shape)")
      }
      guard ancestry.contains(where: { $0 === claim.variable }) else {
        let title = session.source.text(expression(0).span)
        throw Explanation("`\(title)` does not depend on `\(name)`", role: name)
      }
    }
  }

  /// What is wrong with a leaf's gradient, as an error.
  fileprivate func failure(_ leaf: LeafReport, _ title: String) -> Explanation {
    func number(_ value: Double) -> String {
      NumberFormat.text(of: value, digits: session.settings.digits ?? 5)
    }
    let role = session.visibleNode(named: title) != nil && has(title) ? title : "y"
    let subject = "the gradient for `\(title)` is wrong"
    if let cell = leaf.worstWrong {
      let place = cell.cell.rank == 0 ? "" : " at \(cell.cell)"
      let others = leaf.wrongCount - 1
      let more = others > 0 ? ", and \(Quantity.count(others)) more" : ""
      return Explanation(
        "\(subject)\(place): \(number(cell.gradient)), where differences give "
          + "\(number(cell.numeric))\(more)", role: role)
    }
    let along = leaf.projection?.holds == false ? "a random direction" : "all ones"
    let projection =
      leaf.projection?.holds == false ? leaf.projection : leaf.projectionAlongOnes
    return Explanation(
      "\(subject): along \(along) it gives \(number(projection?.gradient ?? 0)), where differences give "
        + number(projection?.numeric ?? 0), role: role)
  }
}

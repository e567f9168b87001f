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
        summary: "how far a gradient may be off; 1e-6, or 1e-8 forward, or 1e-4 for f32 claims"),
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
    examples: [],
    takesFreeOptions: true,
    .command { arguments in
      let y = try arguments.node(0)
      let session = arguments.session
      let claims = try arguments.claims(on: y)
      let (options, upstream) = try arguments.checkOptions(of: y, hasClaims: !claims.isEmpty)
      var check = try arguments.check(y, claims, options)
      let titles = check.variables.map { session.title(of: $0, below: y) }
      var progress = ProgressClock()
      let report = try check.run { state in
        progress.tick {
          session.console.showProgress(
            "gradcheck \(titles[state.place]): \(state.done) of \(state.total) cells")
        }
      }
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
      guard let variable = session.names.node(named: name) else {
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

  /// The check, with its errors blamed on the options that name what is wrong.
  fileprivate func check(
    _ y: Node, _ claims: [ClaimedGradient], _ options: GradientCheckOptions
  ) throws -> GradientCheck {
    let ancestry = claims.isEmpty ? [] : y.ancestry
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
    return try GradientCheck(of: y, claims: claims, options: options)
  }

  /// What is wrong with a leaf's gradient, as an error.
  fileprivate func failure(_ leaf: LeafReport, _ title: String) -> Explanation {
    func number(_ value: Double) -> String {
      NumberFormat.text(of: value, digits: session.settings.digits ?? 6)
    }
    let role = session.names.node(named: title) != nil && has(title) ? title : "y"
    let subject = "the gradient with respect to `\(title)` is wrong"
    if let cell = leaf.worstWrong {
      let place = cell.cell.rank == 0 ? "" : " at \(cell.cell)"
      let others = leaf.wrongCount - 1
      let more = others > 0 ? ", and \(Quantity.count(others)) more" : ""
      return Explanation(
        "\(subject)\(place): it is \(number(cell.gradient)), differences give "
          + "\(number(cell.numeric))\(more)", role: role)
    }
    let along = leaf.projection?.holds == false ? "a random direction" : "all ones"
    let projection =
      leaf.projection?.holds == false ? leaf.projection : leaf.projectionAlongOnes
    return Explanation(
      "\(subject): along \(along) it gives \(number(projection?.gradient ?? 0)), differences give "
        + number(projection?.numeric ?? 0), role: role)
  }
}

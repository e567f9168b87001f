import Language
import Provenance
import Tensors

extension Arguments {
  /// The options beyond the verb's own: names of what y came from, and what is claimed of them.
  func claims(on y: Node) throws -> [ClaimedGradient] {
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
  func checkOptions(
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
  func require(_ claims: [ClaimedGradient], fit y: Node) throws {
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
}

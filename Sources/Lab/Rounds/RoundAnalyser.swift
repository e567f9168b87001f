import Language
import Provenance

/// Finds out whether a loop's rounds are all alike but for their numbers, and divides its body into parts.
///
/// It is careful: what it does not know for certain makes the loop run statement by statement.
struct RoundAnalyser {
  /// What an expression owes its value to, each more than the ones before.
  enum Source: Int, Comparable {
    /// Numbers written down.
    case literals
    /// Names that no round binds.
    case fixed
    /// The loop's variable, random numbers, or names that the outer parts bind.
    case round
    /// The middle part's graph.
    case graph

    static func < (a: Source, b: Source) -> Bool { a.rawValue < b.rawValue }
  }

  /// How deep the session's own verbs are looked into.
  private static let greatestDepth = 20

  private let definitions: [String: DefinedVerb]
  private let loop: LoopCode
  private let graph: Range<Int>
  private var bound: Set<Int> = []
  private var parameters: Set<Int> = []
  private var changing: Set<Int> = []
  private var inputs: Set<Int> = []
  private var settled: Set<Int> = []
  private var apart: Set<ObjectIdentifier> = []
  /// The bound names that have their value by now.
  private var known: Set<Int> = []
  private var depth = 0
  /// What the names of a verb of the session's own owe their values to.
  private var locals = Source.literals
  /// Whether the middle part is looked at.
  private var isInGraph = false

  /// A loop's body in parts; nil where it has to run statement by statement.
  static func parts(of loop: LoopCode, definitions: [String: DefinedVerb]) -> RoundParts? {
    guard let end = loop.body.lastIndex(where: { $0.role == .descent }) else { return nil }
    let start = loop.body[..<end].lastIndex { !$0.makesGraph }.map { $0 + 1 } ?? 0
    var analyser = RoundAnalyser(loop, start..<end + 1, definitions)
    return analyser.parts()
  }

  private init(_ loop: LoopCode, _ graph: Range<Int>, _ definitions: [String: DefinedVerb]) {
    (self.loop, self.graph, self.definitions) = (loop, graph, definitions)
  }

  private mutating func parts() -> RoundParts? {
    let body = loop.body
    guard noteBoundNames() else { return nil }
    for statement in body[..<graph.lowerBound] {
      // This round's graph is not there yet; and a round that is begun again must not print twice.
      guard statement.isSilent, let reading = run(statement), reading.source < .graph else {
        return nil
      }
    }
    isInGraph = true
    for statement in body[graph] {
      guard join(statement) else { return nil }
    }
    isInGraph = false
    var readBehind: Set<Int> = []
    for statement in body[graph.upperBound...] {
      guard let reading = run(statement), reading.source < .graph || !reading.isKept else {
        return nil
      }
      readBehind.formUnion(reading.slots)
    }
    guard settled.isDisjoint(with: changing.union(bound).union(parameters)) else { return nil }
    return RoundParts(
      graph: graph, bound: bound, parameters: parameters, inputs: inputs,
      changing: inputs.intersection(changing), settled: settled, apart: apart,
      readBehind: readBehind.intersection(bound.union(parameters)))
  }

  /// Notes down who binds what; fails where a name is bound both by the graph and elsewhere.
  private mutating func noteBoundNames() -> Bool {
    if case .range(let variable, _, _, _, _) = loop.rounds {
      guard case .global(let slot, _) = variable else { return false }
      changing.insert(slot)
    }
    for (place, statement) in loop.body.enumerated() {
      switch statement {
      case .bind(let code):
        guard case .global(let slot, _) = code.target else { return false }
        if graph.contains(place) { bound.insert(slot) } else { changing.insert(slot) }
      case .replace(let code):
        guard case .global(let slot, _) = code.target else { return false }
        changing.insert(slot)
      case .command(let site) where site.verb.role == .descent:
        for operand in site.operands {
          guard case .name(.global(let slot, _)) = operand else { return false }
          parameters.insert(slot)
        }
      default: break
      }
    }
    return bound.isDisjoint(with: parameters) && changing.isDisjoint(with: bound.union(parameters))
  }
}

// MARK: - The outer parts

extension RoundAnalyser {
  /// What a statement of the outer parts reads.
  private struct Reading {
    var source: Source
    /// Whether what it reads is part of a value that it binds, and of that value's past.
    var isKept: Bool
    var slots: Set<Int>
  }

  private mutating func run(_ statement: StatementCode) -> Reading? {
    switch statement {
    case .bind(let code): return reading([code.value], isKept: true)
    case .show(let code): return reading([code.value], isKept: false)
    case .replace(let code):
      return reading(code.items.codes + [code.value, code.target.code], isKept: false)
    case .command(let site):
      guard site.verb.role == .apart, let codes = site.codes else { return nil }
      return reading(codes, isKept: false)
    case .expect(let code):
      return reading(
        [code.left, code.right] + (code.tolerance.map { [$0.code] } ?? []), isKept: false)
    case .definedCommand(let call): return reading([.definedCall(call)], isKept: false)
    case .parameter, .expectFails, .time, .loop, .define, .refused: return nil
    }
  }

  private mutating func reading(_ codes: [Code], isKept: Bool) -> Reading? {
    var reading = Reading(source: .literals, isKept: isKept, slots: [])
    for code in codes {
      guard let source = source(of: code), let slots = slots(in: code) else { return nil }
      reading.source = max(reading.source, source)
      reading.slots.formUnion(slots)
    }
    return reading
  }

  /// The slots that an expression reads.
  private func slots(in code: Code, depth: Int = 0) -> Set<Int>? {
    guard depth < Self.greatestDepth else { return nil }
    switch code {
    case .name(let slot, _): return [slot]
    case .definedCall(let call):
      guard let definition = definitions[call.name] else { return nil }
      var slots: Set<Int> = []
      var codes = call.operands
      for statement in definition.body {
        guard let inner = statement.codes else { return nil }
        codes += inner
      }
      for code in codes {
        guard let inner = self.slots(in: code, depth: depth + 1) else { return nil }
        slots.formUnion(inner)
      }
      return slots
    default:
      guard let parts = code.parts else { return nil }
      var slots: Set<Int> = []
      for part in parts {
        guard let inner = self.slots(in: part, depth: depth) else { return nil }
        slots.formUnion(inner)
      }
      return slots
    }
  }
}

// MARK: - What a value is owed to

extension RoundAnalyser {
  /// What an expression owes its value to; nil where it may not be evaluated apart, nor be in the graph.
  private mutating func source(of code: Code) -> Source? {
    switch code {
    case .literal: return .literals
    case .local: return locals
    case .lastShown: return nil
    case .name(let slot, _):
      if bound.contains(slot) || parameters.contains(slot) { return .graph }
      return changing.contains(slot) ? .round : .fixed
    case .call(let site):
      guard site.verb.role == .apart, let codes = site.codes, let inner = source(of: codes) else {
        return nil
      }
      guard case .operation = site.verb.action else {
        // A value without a past: in the graph it would be a leaf that nobody knows.
        return isInGraph && inner == .graph ? nil : .round
      }
      return inner
    case .matrix(let code): return source(of: code.cells).map { max($0, .fixed) }
    case .index, .operation: return code.parts.flatMap { source(of: $0) }
    case .definedCall(let call): return source(of: call)
    }
  }

  private mutating func source(of codes: [Code]) -> Source? {
    var source = Source.literals
    for code in codes {
      guard let part = self.source(of: code) else { return nil }
      source = max(source, part)
    }
    return source
  }

  private mutating func source(of call: DefinedCall) -> Source? {
    guard let operands = source(of: call.operands) else { return nil }
    let inner = withDefinition(call, locals: operands) { analyser, definition -> Source? in
      var source = operands
      for statement in definition.body {
        guard analyser.isApart(statement), let codes = statement.codes,
          let part = analyser.source(of: codes)
        else { return nil }
        source = max(source, part)
      }
      return source
    }
    return inner ?? nil
  }

  /// Whether a statement of a verb of the session's own may be run by itself.
  private func isApart(_ statement: StatementCode) -> Bool {
    switch statement {
    case .bind(let code):
      if case .local = code.target { return true }
      return false
    case .show: return true
    case .command(let site): return !isInGraph && site.verb.role == .apart
    default: return false
    }
  }

  private mutating func withDefinition<Result>(
    _ call: DefinedCall, locals source: Source, _ body: (inout Self, DefinedVerb) -> Result
  ) -> Result? {
    guard let definition = definitions[call.name], depth < Self.greatestDepth,
      definition.signature.operands.count == call.operands.count
    else { return nil }
    let outer = locals
    (locals, depth) = (source, depth + 1)
    defer { (locals, depth) = (outer, depth - 1) }
    return body(&self, definition)
  }
}

// MARK: - The graph

extension RoundAnalyser {
  /// Takes a statement into the graph.
  private mutating func join(_ statement: StatementCode) -> Bool {
    switch statement {
    case .bind(let code):
      guard case .global(let slot, _) = code.target, join(code.value) else { return false }
      known.insert(slot)
      return true
    case .command(let site):
      guard let options = site.optionCodes, settle(options) else { return false }
      if site.verb.role == .descent {
        inputs.formUnion(parameters)
        return true
      }
      return site.values.allSatisfy { join($0) }
    default: return false
    }
  }

  /// Takes an expression into the graph, or marks it as one that is evaluated apart.
  private mutating func join(_ code: Code) -> Bool {
    guard let source = source(of: code) else { return false }
    switch (code, source) {
    case (_, .literals), (.local, _): return true
    case (.name(let slot, _), _):
      if bound.contains(slot) { return known.contains(slot) }
      inputs.insert(slot)
      return true
    case (_, .fixed), (_, .round):
      guard let identity = code.identity else { return false }
      apart.insert(identity)
      return true
    case (.operation(let code), .graph): return code.operands.allSatisfy { join($0) }
    case (.index(let code), .graph):
      return code.items.allSatisfy(\.isConstant) && join(code.base)
    case (.call(let site), .graph):
      guard let options = site.optionCodes, settle(options) else { return false }
      return site.values.allSatisfy { join($0) }
    case (.definedCall(let call), .graph):
      guard call.operands.allSatisfy({ join($0) }) else { return false }
      let joined = withDefinition(call, locals: .graph) { analyser, definition in
        definition.body.allSatisfy { statement in
          switch statement {
          case .bind(let code): analyser.join(code.value)
          case .show(let code): analyser.join(code.value)
          default: false
          }
        }
      }
      return joined ?? false
    default: return false
    }
  }

  /// Notes down that options are computed from names that stay as they are.
  private mutating func settle(_ codes: [Code]) -> Bool {
    for code in codes {
      guard let source = source(of: code), source <= .fixed, let slots = slots(in: code) else {
        return false
      }
      settled.formUnion(slots)
    }
    return true
  }
}

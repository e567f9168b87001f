import Provenance

/// The lines that lead from each value to those made of it, drawn to the left of a list of values in
/// which operands come first: `*` is a value, `|` one that is still needed further down, and `+` joins
/// an operand to what is made of it.
struct GraphLanes {
  private var lanes: [ObjectIdentifier?] = []
  private var uses: [ObjectIdentifier: Int]

  /// Makes lanes for values that are used so many times.
  init(uses: [ObjectIdentifier: Int]) { self.uses = uses }

  /// What stands before a value's line; the operands' lanes that nobody needs any more end there.
  mutating func place(_ node: ObjectIdentifier, operands: [ObjectIdentifier]) -> String {
    let joined = lanes.indices.filter { lane in lanes[lane].map(operands.contains) ?? false }
    for operand in operands { uses[operand, default: 0] -= 1 }
    var ended: [Int] = []
    for lane in joined {
      if let operand = lanes[lane], uses[operand, default: 0] <= 0 { ended.append(lane) }
    }
    let before = lanes
    for lane in ended { lanes[lane] = nil }
    let own = ended.first ?? lanes.firstIndex { $0 == nil } ?? lanes.count
    let text = Self.text(before, own: own, joined: joined)
    if own == lanes.count { lanes.append(nil) }
    lanes[own] = uses[node, default: 0] > 0 ? node : nil
    while let last = lanes.last, last == nil { lanes.removeLast() }
    return text
  }

  private static func text(
    _ lanes: [ObjectIdentifier?], own: Int, joined: [Int]
  ) -> String {
    let span = joined.isEmpty ? own...own : min(own, joined[0])...max(own, joined[joined.count - 1])
    var text = ""
    for lane in 0...max(own, lanes.count - 1, 0) {
      if lane == own {
        text += "*"
      } else if joined.contains(lane) {
        text += "+"
      } else if lane < lanes.count, lanes[lane] != nil {
        text += "|"
      } else {
        text += span.contains(lane) ? "-" : " "
      }
      text += span.contains(lane) && lane < span.upperBound ? "-" : " "
    }
    while text.last == " " { text.removeLast() }
    return text
  }
}

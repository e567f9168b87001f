/// Two texts compared line by line: what went, what came, what stayed.
public struct LineDifference: Sendable, Hashable {
  /// One line of the comparison.
  public enum Edit: Sendable, Hashable {
    /// In both texts; the second one's line.
    case kept(String)
    /// Only in the first text.
    case removed(String)
    /// Only in the second text.
    case added(String)
  }

  /// The lines of both texts in order; where lines were replaced, what went comes first.
  public let edits: [Edit]

  /// More edits than this are not looked for one by one: the texts have little in common.
  private static let mostEdits = 1_000

  /// Compares two texts with the fewest edits (Myers 1986, "An O(ND) difference algorithm").
  ///
  /// - Parameter matches: whether a line of the first text stands for one of the second.
  public init(
    from old: [String], to new: [String], matches: (String, String) -> Bool = { $0 == $1 }
  ) {
    var start = 0
    while start < min(old.count, new.count), matches(old[start], new[start]) { start += 1 }
    var oldEnd = old.count
    var newEnd = new.count
    while oldEnd > start, newEnd > start, matches(old[oldEnd - 1], new[newEnd - 1]) {
      oldEnd -= 1
      newEnd -= 1
    }
    let middle = Self.edits(Array(old[start..<oldEnd]), Array(new[start..<newEnd]), matches)
    edits = new[..<start].map(Edit.kept) + middle + new[newEnd...].map(Edit.kept)
  }

  /// Whether nothing went and nothing came.
  public var isEmpty: Bool {
    edits.allSatisfy { if case .kept = $0 { true } else { false } }
  }

  private static func edits(
    _ old: [String], _ new: [String], _ matches: (String, String) -> Bool
  ) -> [Edit] {
    guard let trace = trace(old, new, matches) else {
      return old.map(Edit.removed) + new.map(Edit.added)
    }
    var edits: [Edit] = []
    var x = old.count
    var y = new.count
    for (depth, reach) in trace.enumerated().reversed() {
      let diagonal = x - y
      let comesFromAbove =
        diagonal == -depth
        || (diagonal != depth
          && reach[diagonal - 1, default: -1] < reach[diagonal + 1, default: -1])
      let before = comesFromAbove ? diagonal + 1 : diagonal - 1
      let beforeX = depth == 0 ? 0 : reach[before, default: 0]
      let beforeY = depth == 0 ? 0 : beforeX - before
      while x > beforeX, y > beforeY, x > 0, y > 0 {
        edits.append(.kept(new[y - 1]))
        x -= 1
        y -= 1
      }
      guard depth > 0 else { break }
      edits.append(comesFromAbove ? .added(new[y - 1]) : .removed(old[x - 1]))
      (x, y) = (beforeX, beforeY)
    }
    return edits.reversed()
  }

  /// For each number of edits how far every diagonal was reached before; nil if it takes too many.
  private static func trace(
    _ old: [String], _ new: [String], _ matches: (String, String) -> Bool
  ) -> [[Int: Int]]? {
    var reach: [Int: Int] = [1: 0]
    var trace: [[Int: Int]] = []
    for depth in 0...min(mostEdits, old.count + new.count) {
      trace.append(reach)
      for diagonal in stride(from: -depth, through: depth, by: 2) {
        let below = reach[diagonal - 1, default: -1]
        let above = reach[diagonal + 1, default: -1]
        var x = diagonal == -depth || (diagonal != depth && below < above) ? above : below + 1
        while x < old.count, x - diagonal < new.count, matches(old[x], new[x - diagonal]) { x += 1 }
        reach[diagonal] = x
        if x >= old.count, x - diagonal >= new.count { return trace }
      }
    }
    return nil
  }
}

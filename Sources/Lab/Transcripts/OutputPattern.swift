/// Output as a recorded session expects it: `[..]` stands for any text within a line, a line `...`
/// for any number of lines.
struct OutputPattern: Hashable, Sendable {
  let lines: [String]

  /// Whether the lines printed are the ones expected.
  ///
  /// - Complexity: the product of the two numbers of lines.
  func matches(_ printed: [String]) -> Bool {
    // reachable[j]: whether the pattern's lines so far can match the first j lines printed.
    var reachable = [Bool](repeating: false, count: printed.count + 1)
    reachable[0] = true
    for line in lines {
      var next = [Bool](repeating: false, count: printed.count + 1)
      if line == "..." {
        var isReached = false
        for place in 0...printed.count {
          isReached = isReached || reachable[place]
          next[place] = isReached
        }
      } else {
        for place in 0..<printed.count where reachable[place] {
          next[place + 1] = Self.line(line, matches: printed[place])
        }
      }
      reachable = next
    }
    return reachable[printed.count]
  }

  /// What was printed, with the wildcards that still match kept: those of the lines before the
  /// first difference and after the last one.
  func updated(with printed: [String]) -> [String] {
    if matches(printed) { return lines }
    func matching(_ expected: some Collection<String>, _ printed: some Collection<String>) -> Int {
      zip(expected, printed).prefix { $0 != "..." && Self.line($0, matches: $1) }.count
    }
    let head = matching(lines, printed)
    let tail = matching(lines.dropFirst(head).reversed(), printed.dropFirst(head).reversed())
    return lines.prefix(head) + printed.dropFirst(head).dropLast(tail) + lines.suffix(tail)
  }

  /// Whether a line is the expected one, blanks at its end aside.
  static func line(_ pattern: String, matches line: String) -> Bool {
    let pattern = trimmed(pattern)
    var rest = trimmed(line)[...]
    var parts = pattern.split(separator: "[..]", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return pattern == rest }
    let (first, last) = (parts.removeFirst(), parts.removeLast())
    guard rest.hasPrefix(first) else { return false }
    rest = rest.dropFirst(first.count)
    guard rest.count >= last.count, rest.hasSuffix(last) else { return false }
    rest = rest.dropLast(last.count)
    for part in parts {
      guard let found = rest.firstRange(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}

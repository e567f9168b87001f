extension TablePlanner {
  /// What is hidden and the line that shows it; nil if nothing is.
  var hiddenNote: String? {
    var parts: [String] = []
    if rows.isElided { parts.append(Self.name("row", rows.hidden)) }
    if columns.isElided { parts.append(Self.name("column", columns.hidden)) }
    let name = request.name ?? request.expression ?? "_"
    if parts.isEmpty, !slices.isElided { return nil }
    if slices.isElided {
      let hidden = slices.hidden
      let first = spelled(hidden.lowerBound)
      let last = spelled(hidden.upperBound - 1)
      let range = hidden.count == 1 ? first : "\(first) to \(last)"
      if !parts.isEmpty { parts[parts.count - 1] += " of each slice" }
      parts.append((hidden.count == 1 ? "slice " : "slices ") + range)
    }
    let value = request.name.map { " of " + $0 } ?? ""
    return "hidden: " + parts.joined(separator: ", ") + value + "; show " + name + remedy
  }

  /// The index and options that show the first of what is hidden.
  private var remedy: String {
    var text = ""
    if grid.sliceRank > 0, grid.slices > 1 {
      text += spelled(slices.isElided ? slices.hidden.lowerBound : 0)
    }
    if rows.isElided { text += " rows=" + Self.range(rows.hidden, atMost: 10) }
    if columns.isElided {
      text += " columns=" + Self.range(columns.hidden, atMost: max(1, columns.count))
    }
    return text
  }

  private func spelled(_ slice: Int) -> String {
    "[" + grid.prefix(ofSlice: slice).map(String.init).joined(separator: ",") + "]"
  }

  private static func range(_ hidden: Range<Int>, atMost count: Int) -> String {
    "\(hidden.lowerBound):\(min(hidden.upperBound, hidden.lowerBound + count))"
  }

  private static func name(_ what: String, _ hidden: Range<Int>) -> String {
    hidden.count == 1
      ? "\(what) \(hidden.lowerBound)" : "\(what)s \(hidden.lowerBound)-\(hidden.upperBound - 1)"
  }
}

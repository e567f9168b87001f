import Text

extension LineDifference {
  /// Lines around a change that are shown with it.
  private static let surroundings = 3

  /// The changes as `diff -u` writes them: `-` what went, `+` what came, each group of changes under
  /// a line with the lines' numbers. Empty if nothing changed.
  ///
  /// - Parameter firstLine: the number of the texts' first line.
  public func text(_ context: RenderContext, firstLine: Int = 1) -> String {
    groups.map { text($0, context, firstLine) }.joined(separator: "\n")
  }

  private func isChange(_ place: Int) -> Bool {
    if case .kept = edits[place] { false } else { true }
  }

  /// Runs of edits to show: changes and what surrounds them.
  private var groups: [Range<Int>] {
    var groups: [Range<Int>] = []
    for place in edits.indices where isChange(place) {
      let start = max(0, place - Self.surroundings)
      let end = min(edits.count, place + Self.surroundings + 1)
      if let last = groups.last, last.upperBound >= start {
        groups[groups.count - 1] = last.lowerBound..<end
      } else {
        groups.append(start..<end)
      }
    }
    return groups
  }

  private func text(_ group: Range<Int>, _ context: RenderContext, _ firstLine: Int) -> String {
    let before = Self.counts(edits[..<group.lowerBound])
    let inside = Self.counts(edits[group])
    func range(_ start: Int, _ count: Int) -> String { "\(firstLine + start),\(count)" }
    var lines = [
      Ink.faint.applied(
        to: "@@ -\(range(before.old, inside.old)) +\(range(before.new, inside.new)) @@",
        context.color)
    ]
    for edit in edits[group] {
      switch edit {
      case .kept(let line): lines.append(line.isEmpty ? "" : " " + DisplayText.escaped(line))
      case .removed(let line):
        lines.append(Ink.alarming.applied(to: "-" + DisplayText.escaped(line), context.color))
      case .added(let line):
        lines.append(Ink.welcome.applied(to: "+" + DisplayText.escaped(line), context.color))
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func counts(_ edits: ArraySlice<Edit>) -> (old: Int, new: Int) {
    edits.reduce(into: (0, 0)) { counts, edit in
      switch edit {
      case .kept:
        counts.0 += 1
        counts.1 += 1
      case .removed: counts.0 += 1
      case .added: counts.1 += 1
      }
    }
  }
}

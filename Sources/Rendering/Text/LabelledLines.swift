import Text

/// Facts under labels, one below the other, the texts in line and broken where the width ends.
struct LabelledLines {
  private var facts: [(label: String, text: String)] = []

  /// Makes an empty list.
  init() {}

  /// Adds a fact; an empty label continues the one before.
  mutating func add(_ label: String, _ text: String) {
    facts.append((DisplayText.escaped(label), DisplayText.escaped(text)))
  }

  /// The facts as lines.
  func block(_ context: RenderContext) -> TextBlock {
    let labelWidth = facts.reduce(0) { max($0, DisplayText.width($1.label)) } + 2
    let room = context.arrangedWidth - labelWidth
    // On a narrow screen the texts go below their labels.
    let isNarrow = room < 24
    var lines: [TextLine] = []
    for (label, text) in facts {
      let width = isNarrow ? context.arrangedWidth - 2 : room
      for (place, part) in Paragraph.lines(text, within: max(1, width), indent: 0).enumerated() {
        var line = TextLine()
        if place == 0 { line.append(label, .bold, context.color) }
        if isNarrow, place == 0, !label.isEmpty {
          lines.append(line)
          line = TextLine()
        }
        line.space(to: isNarrow ? min(2, context.arrangedWidth - 1) : labelWidth)
        line.append(part)
        lines.append(line)
      }
    }
    return TextBlock(lines)
  }
}

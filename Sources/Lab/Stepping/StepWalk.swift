/// A walk through the positions of a value by keys: where it is, and what a key does. It knows nothing
/// of terminals.
struct StepWalk: Hashable {
  /// What a key came to.
  enum Effect: Hashable {
    /// Nothing changed.
    case stay
    /// There is something new to draw.
    case draw
    /// The walk is over.
    case leave
  }

  /// The positions there are.
  let positions: StepPositions
  /// The position.
  private(set) var row = 0
  private(set) var column = 0
  /// Whether it goes on by itself.
  private(set) var isPlaying = false
  /// What was typed after `/`; nil if nothing is being typed.
  private(set) var jump: String?
  /// What the last line says in place of the keys.
  private(set) var message: String?

  /// The keys, in one line.
  static let keys = "space next  p back  arrows  / jump  a play  ? keys  q quit"
  private static let help =
    "next: space n enter  back: p backspace  ends: home end  /: row,column enter"
  private static let longestJump = 24

  /// Starts at the first position.
  init(rows: Int, columns: Int) {
    positions = StepPositions(rows: rows, columns: columns)
  }

  /// What the last line of the screen says.
  var status: String {
    if let jump { return "to row,column: \(jump)_" }
    return message ?? (isPlaying ? "playing; any key stops" : Self.keys)
  }

  /// Takes a key.
  mutating func press(_ key: Key) -> Effect {
    if key == .closed || key == .interrupt { return .leave }
    if key == .redraw { return .draw }
    if jump != nil { return type(key) }
    message = nil
    if isPlaying {
      isPlaying = false
      return key == .character("q") || key == .escape ? .leave : .draw
    }
    switch key {
    case .character("q"), .escape, .control("d"): return .leave
    case .character(" "), .character("n"), .enter: move(by: 1)
    case .character("p"), .backspace: move(by: -1)
    case .right: go(row, column + 1)
    case .left: go(row, column - 1)
    case .down: go(row + 1, column)
    case .up: go(row - 1, column)
    case .home: go(0, 0)
    case .end: go(positions.rows - 1, positions.columns - 1)
    case .character("/"): jump = ""
    case .character("a"):
      if place == last { go(0, 0) }
      isPlaying = true
    case .character("?"): message = Self.help
    default: message = "? lists the keys"
    }
    return .draw
  }

  /// Goes on by itself where it plays; it stops at the end.
  mutating func tick() -> Effect {
    guard isPlaying else { return .stay }
    if place == last { isPlaying = false } else { move(by: 1) }
    return .draw
  }

  private var place: Int { positions.number(of: (row, column)) }
  private var last: Int { positions.count - 1 }

  private mutating func move(by steps: Int) {
    let next = place + steps
    guard (0...last).contains(next) else {
      message = steps > 0 ? "this is the last position" : "this is the first position"
      return
    }
    (row, column) = positions.position(at: next)
  }

  private mutating func go(_ row: Int, _ column: Int) {
    guard positions.contains((row, column)) else {
      message = "the output ends here"
      return
    }
    (self.row, self.column) = (row, column)
  }

  /// Takes a key of what is typed after `/`.
  private mutating func type(_ key: Key) -> Effect {
    guard let text = jump else { return .stay }
    switch key {
    case .escape: jump = nil
    case .backspace: jump = text.isEmpty ? nil : String(text.dropLast())
    case .character(let character) where text.count < Self.longestJump:
      jump = text + String(character)
    case .enter:
      jump = nil
      if !text.isEmpty { goTo(text) }
    default: return .stay
    }
    return .draw
  }

  /// Goes to a place that was typed: `1,2`, or one number for a value of one row.
  private mutating func goTo(_ text: String) {
    let numbers = text.split { $0 == "," || $0 == " " }.map { Int($0) }
    let known = numbers.compactMap(\.self)
    guard known.count == numbers.count, let place = positions.position(known),
      positions.contains(place)
    else {
      message =
        "no such position: rows 0..\(positions.rows - 1), columns 0..\(positions.columns - 1)"
      return
    }
    (row, column) = place
  }
}

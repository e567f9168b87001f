import Testing

@testable import Lab

@Suite struct StepWalkTests {
  /// A walk over 3 rows of 4 columns, after some keys.
  private func walk(_ keys: Key...) -> StepWalk {
    var walk = StepWalk(rows: 3, columns: 4)
    for key in keys { _ = walk.press(key) }
    return walk
  }

  private func place(_ walk: StepWalk) -> [Int] { [walk.row, walk.column] }

  @Test(arguments: [Key.character(" "), .character("n"), .enter])
  func `next goes along the row and on to the next`(_ key: Key) {
    #expect(place(walk(key)) == [0, 1])
    #expect(place(walk(key, key, key, key)) == [1, 0])
  }

  @Test(arguments: [Key.character("p"), .backspace])
  func `previous goes back`(_ key: Key) {
    #expect(place(walk(.down, key)) == [0, 3])
  }

  @Test func `arrows move in the output and stop at its edges`() {
    #expect(place(walk(.right, .down, .down, .left, .up)) == [1, 0])
    let edge = walk(.up)
    #expect(place(edge) == [0, 0])
    #expect(edge.status == "the output ends here")
    #expect(place(walk(.left)) == [0, 0])
    #expect(place(walk(.end, .right)) == [2, 3])
    #expect(place(walk(.end, .down)) == [2, 3])
  }

  @Test func `the ends are said, and the keys come back with the next key`() {
    #expect(walk(.character("p")).status == "this is the first position")
    #expect(walk(.end, .enter).status == "this is the last position")
    #expect(walk(.character("p"), .right).status == StepWalk.keys)
  }

  @Test(arguments: [Key.character("q"), .escape, .interrupt, .closed, .control("d")])
  func `a key that leaves`(_ key: Key) {
    var walk = walk(.right)
    #expect(walk.press(key) == .leave)
  }

  @Test func `a slash asks for a cell`() {
    var walk = walk(.character("/"), .character("2"), .character(","), .character("3"))
    #expect(walk.status == "to row,column: 2,3_")
    #expect(place(walk) == [0, 0])
    #expect(walk.press(.enter) == .draw)
    #expect(place(walk) == [2, 3])
  }

  @Test(arguments: ["9,9", "1", "x,y", "1,2,3", "-1,0", "99999999999999999999,0"])
  func `a cell that there is not is refused`(_ text: String) {
    var walk = walk(.right, .character("/"))
    for character in text { _ = walk.press(.character(character)) }
    _ = walk.press(.enter)
    #expect(place(walk) == [0, 1])
    #expect(walk.status == "no such position: rows 0..2, columns 0..3")
  }

  @Test func `what is typed after a slash can be taken back`() {
    var walk = walk(.character("/"), .character("1"), .backspace)
    #expect(walk.jump == "")
    _ = walk.press(.backspace)
    #expect(walk.jump == nil)
    _ = walk.press(.character("/"))
    #expect(walk.press(.escape) == .draw)
    #expect(walk.jump == nil)
    _ = walk.press(.character("/"))
    #expect(walk.press(.interrupt) == .leave)
  }

  @Test func `a value of one row is jumped in by one number`() {
    var walk = StepWalk(rows: 1, columns: 9)
    for key in [Key.character("/"), .character("7"), .enter] { _ = walk.press(key) }
    #expect(place(walk) == [0, 7])
  }

  @Test func `playing goes on by itself to the end and stops at any key`() {
    var walk = walk(.character("a"))
    #expect(walk.isPlaying)
    #expect(walk.tick() == .draw)
    #expect(place(walk) == [0, 1])
    #expect(walk.press(.right) == .draw)
    #expect(!walk.isPlaying)
    #expect(place(walk) == [0, 1])
    #expect(walk.tick() == .stay)
    _ = walk.press(.end)
    _ = walk.press(.character("a"))
    #expect(place(walk) == [0, 0])
    for _ in 0..<11 { _ = walk.tick() }
    #expect(place(walk) == [2, 3])
    #expect(walk.isPlaying)
    #expect(walk.tick() == .draw)
    #expect(!walk.isPlaying)
  }

  @Test func `a resize draws again and changes nothing`() {
    let before = walk(.right)
    var after = before
    #expect(after.press(.redraw) == .draw)
    #expect(after == before)
  }

  @Test func `an unknown key says where help is`() {
    #expect(walk(.unknown).status == "? lists the keys")
    #expect(walk(.character("?")).status.hasPrefix("next: space n enter"))
  }

  @Test func `what the last line says fits 80 columns`() {
    #expect(StepWalk.keys.count < 80)
    #expect(walk(.character("?")).status.count < 80)
  }
}

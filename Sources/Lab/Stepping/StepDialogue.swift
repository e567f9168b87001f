import Rendering

/// A walk on a screen: draws a frame, waits for a key, draws the next.
struct StepDialogue {
  let console: any Console
  let scene: StepScene
  /// What frames are drawn for; asked anew for each, since the window may be resized.
  let context: () -> RenderContext

  /// Milliseconds between two frames that are played.
  private static let pace: Int32 = 500

  /// Walks until the user leaves, or no key can come; the last frame stays on the screen.
  func run() throws {
    var walk = StepWalk(rows: scene.rows, columns: scene.columns)
    _ = try console.withKeys { next in
      console.clear()
      try draw(walk, status: walk.status)
      while console.isOpen {
        let key = next(walk.isPlaying ? Self.pace : nil)
        switch key.map({ walk.press($0) }) ?? walk.tick() {
        case .stay: continue
        case .draw: try draw(walk, status: walk.status)
        case .leave: return try draw(walk, status: "")
        }
      }
    }
  }

  private func draw(_ walk: StepWalk, status: String) throws {
    var context = context()
    let height = context.height ?? RenderContext.assumedHeight
    // The last line is the keys'.
    context.height = height - 1
    let frame = try scene.frame(row: walk.row, column: walk.column, context)
    let lines = frame.split(separator: "\n", omittingEmptySubsequences: false)
    let shown = lines.prefix(max(0, height - 1)).joined(separator: "\n")
    console.redraw(
      shown + "\n" + status.prefix(max(0, (context.width ?? RenderContext.assumedWidth) - 1)))
  }
}

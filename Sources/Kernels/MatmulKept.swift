/// All panels of one operand of a product, packed and kept with the operand's cells.
struct MatmulKept<Element: TileCell>: @unchecked Sendable {
  /// Which operand: `left` if its panels are rows of the product.
  let side: MatmulSide
  /// Holds the panels: round by round of the depth, each round panel by panel.
  private let cells: Storage
  let panelStride: Int
  private let roundStride: Int

  /// Below so many cells packing takes no longer than looking for what is kept.
  private static var fewCells: Int { 1024 }

  /// The panels of a strided operand, if they are kept by now.
  ///
  /// - Parameters:
  ///   - matrix: the operand as it was given.
  ///   - side: where the product that is computed has it: the other one where the product is
  ///     computed as its transpose.
  init?(
    _ matrix: MatrixOperand, _ side: MatmulSide, of run: MatmulRun<Element>
  ) throws(Interrupted) {
    guard case .strided(let view) = matrix, view.sizes[0] * view.sizes[1] >= Self.fewCells,
      run.plan.images == 1 || side == .left
    else { return nil }
    let plan = run.plan
    let isLeft = side == .left
    let panels = isLeft ? plan.rowPanels : plan.columnPanels
    let pitch = isLeft ? TileShape.rows : MatmulRun<Element>.columnPitch
    // Packing may write up to a vector past a panel's end.
    let stride = pitch * plan.depth + 2 * Element.lanes
    let key = FormKey(.panels, of: view, options: SIMD4(isLeft ? 0 : 1, 0, 0, 0))
    let form = try view.storage.form(
      key, count: plan.rounds * panels * stride, keeping: .fromSecondUse
    ) { (target) throws(Interrupted) in
      let start = SharedPlace(target.pointer(Element.self))
      try Workers.run(plan.rounds * panels) { (index: Int) throws(Interrupted) in
        try Interrupt.check()
        let (round, panel) = index.quotientAndRemainder(dividingBy: panels)
        run.pack(
          panel, of: side, step: round * plan.depth,
          depth: min(plan.depth, run.depth - round * plan.depth),
          into: start.pointer + index * stride)
      }
    }
    guard let form else { return nil }
    self.side = side
    cells = form
    panelStride = stride
    roundStride = panels * stride
  }

  /// A panel in a round of the depth.
  @inline(__always)
  func panel(_ panel: Int, round: Int) -> UnsafeMutablePointer<Element> {
    cells.pointer(Element.self) + (round &* roundStride &+ panel &* panelStride)
  }
}

/// Weights as Winograd's products read them: G g Gᵀ of every 3×3 kernel g, in panels of as many
/// outputs as the register tile has rows.
///
///     [group][panel][point][channel][output of the panel]
struct WinogradWeights: Sendable {
  let cells: Storage
  private let channels: Int
  private let points: Int
  private let panels: Int

  /// The weights of a kernel O×(C/groups)×3×3, kept with its cells.
  init(of kernel: Cells, groups: Int, edge: Int) throws(Interrupted) {
    let (outputs, channels) = (kernel.sizes[0] / groups, kernel.sizes[1])
    let panels = (outputs + TileShape.rows - 1) / TileShape.rows
    let points = (edge + 2) * (edge + 2)
    (self.channels, self.points, self.panels) = (channels, points, panels)
    let count = groups * panels * points * channels * TileShape.rows
    let key = FormKey(
      edge == 2 ? .winograd2 : .winograd4, of: kernel, options: SIMD4(groups, 0, 0, 0))
    let fill = { (target: Storage) throws(Interrupted) in
      let place = SharedPlace(target.pointer(Float.self))
      try Workers.run(groups * panels) { (panel: Int) throws(Interrupted) in
        try Interrupt.check()
        let (group, row) = panel.quotientAndRemainder(dividingBy: panels)
        let first = row * TileShape.rows
        let transform = WinogradKernelTransform(
          kernel, output: group * outputs + first, count: min(TileShape.rows, outputs - first))
        let panelCells = place.pointer + panel * points * channels * TileShape.rows
        for channel in 0..<channels {
          transform.run(
            channel, edge: edge, into: panelCells + channel * TileShape.rows,
            pointStride: channels * TileShape.rows)
        }
      }
    }
    if let form = try kernel.storage.form(key, count: count, keeping: .fromFirstUse, fill) {
      cells = form
    } else {
      cells = Storage(.f32, count: count)
      try fill(cells)
    }
  }

  /// The first channel's cells of a panel at a point.
  @inline(__always)
  func panel(_ panel: Int, group: Int, point: Int) -> UnsafePointer<Float> {
    UnsafePointer(cells.pointer(Float.self))
      + ((group &* panels &+ panel) &* points &+ point) &* channels &* TileShape.rows
  }
}

/// The transform of a panel's kernels, a lane an output.
struct WinogradKernelTransform: @unchecked Sendable {
  private let start: UnsafePointer<Float>
  private let strides: SIMD8<Int>
  private let count: Int

  init(_ kernel: Cells, output: Int, count: Int) {
    start =
      UnsafePointer(kernel.storage.pointer(Float.self)) + kernel.offset + output
      * kernel.strides[0]
    strides = kernel.strides
    self.count = count
  }

  /// Writes all points of one channel; lanes without an output get 0.
  func run(_ channel: Int, edge: Int, into target: UnsafeMutablePointer<Float>, pointStride: Int) {
    let source = start + channel &* strides[1]
    var g = InlineArray<9, SIMD8<Float>>(repeating: .zero)
    for row in 0..<3 {
      for column in 0..<3 {
        let tap = source + (row &* strides[2] &+ column &* strides[3])
        for lane in 0..<count { g[row &* 3 &+ column][lane] = tap[lane &* strides[0]] }
      }
    }
    if edge == 2 {
      var half = InlineArray<12, SIMD8<Float>>(repeating: .zero)
      for column in 0..<3 {
        let line = Self.two(g[column], g[3 &+ column], g[6 &+ column])
        for row in 0..<4 { half[row &* 3 &+ column] = line[row] }
      }
      for row in 0..<4 {
        let line = Self.two(half[row &* 3], half[row &* 3 &+ 1], half[row &* 3 &+ 2])
        for column in 0..<4 {
          store(line[column], to: target + (row &* 4 &+ column) &* pointStride)
        }
      }
    } else {
      var half = InlineArray<18, SIMD8<Float>>(repeating: .zero)
      for column in 0..<3 {
        let line = Self.four(g[column], g[3 &+ column], g[6 &+ column])
        for row in 0..<6 { half[row &* 3 &+ column] = line[row] }
      }
      for row in 0..<6 {
        let line = Self.four(half[row &* 3], half[row &* 3 &+ 1], half[row &* 3 &+ 2])
        for column in 0..<6 {
          store(line[column], to: target + (row &* 6 &+ column) &* pointStride)
        }
      }
    }
  }

  @inline(__always)
  private func store(_ cells: SIMD8<Float>, to target: UnsafeMutablePointer<Float>) {
    if TileShape.rows == 8 {
      UnsafeMutableRawPointer(target).storeBytes(of: cells, as: SIMD8<Float>.self)
    } else {
      for lane in 0..<TileShape.rows { target[lane] = cells[lane] }
    }
  }

  /// G of F(2, 3).
  @inline(__always)
  private static func two(
    _ a: SIMD8<Float>, _ b: SIMD8<Float>, _ c: SIMD8<Float>
  ) -> InlineArray<4, SIMD8<Float>> {
    let ends = (a + c) * 0.5
    let middle = b * 0.5
    return [a, ends + middle, ends - middle, c]
  }

  /// G of F(4, 3), with the points 0, ±1, ±2 and ∞ of Lavin and Gray.
  @inline(__always)
  private static func four(
    _ a: SIMD8<Float>, _ b: SIMD8<Float>, _ c: SIMD8<Float>
  ) -> InlineArray<6, SIMD8<Float>> {
    let one = (a + c) * Float(-1.0 / 6)
    let other = b * Float(-1.0 / 6)
    let two = a * Float(1.0 / 24) + c * Float(1.0 / 6)
    let twice = b * Float(1.0 / 12)
    return [a * 0.25, one + other, one - other, two + twice, two - twice, c]
  }
}

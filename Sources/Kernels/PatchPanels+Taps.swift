/// Panels whose lanes are taps: what a product needs that sums over positions.
extension PatchPanels {
  /// Packs a panel whose lanes are taps, see `PanelSource.pack`.
  func packTaps(
    lane: Int, lanes: Int, step: Int, depth: Int, into panel: UnsafeMutablePointer<Element>,
    pitch: Int
  ) {
    if patches.channelStride == 1, patches.tapOrder == .channelsInnermost, patches.channels > 1 {
      packChannels(lane: lane, lanes: lanes, step: step, depth: depth, into: panel, pitch: pitch)
    } else {
      for group in stride(from: 0, to: lanes, by: 8) {
        packEight(
          lane: lane + group, lanes: min(8, lanes - group), step: step, depth: depth,
          into: panel + group, pitch: pitch)
      }
    }
  }

  /// Calls `body` for every stretch of positions on one output row of one image.
  @inline(__always)
  private func forEachStretch(
    step: Int, depth: Int,
    _ body: (_ d: Int, _ image: Int, _ row: Int, _ columns: Range<Int>) -> Void
  ) {
    let runs = patches.runs
    var (image, place) = step.quotientAndRemainder(dividingBy: runs.positions)
    var (row, column) = place.quotientAndRemainder(dividingBy: runs.outputColumns)
    place = 0
    while place < depth {
      let count = min(runs.outputColumns &- column, depth &- place)
      body(place, image, row, column..<column &+ count)
      place &+= count
      (row, column) = (row &+ 1, 0)
      if row == runs.outputRows { (image, row) = (image &+ 1, 0) }
    }
  }

  /// What a tap reads along an output row.
  private struct Line {
    /// Where its channel and column start in the block, the image and the input row left out.
    let origin: Int
    /// Where the input rows of its tap row start.
    let inputRows: Int
    /// The columns for which it lies between the image's sides.
    let first: Int
    let end: Int
    /// The place in the block that it would read at column 0.
    var place = 0
    /// The columns for which it lies on the image, none if the row is padding.
    var lower = 0
    var upper = 0
  }

  /// Packs up to eight lanes: eight positions of each are read side by side, and change places.
  ///
  /// Lanes past the last repeat it; they are not read.
  private func packEight(
    lane: Int, lanes: Int, step: Int, depth: Int, into panel: UnsafeMutablePointer<Element>,
    pitch: Int
  ) {
    let runs = patches.runs
    let columnStep = runs.columnStep &* patches.columnStride
    withUnsafeTemporaryAllocation(of: Line.self, capacity: 8) { lines in
      guard let lines = lines.baseAddress else { return }
      for l in 0..<8 {
        let (channel, tapRow, tapColumn) = patches.place(ofTap: lane + min(l, lanes - 1))
        let run = runs.columnRuns[tapColumn]
        let column = run.inputOffset * patches.columnStride - run.zerosBefore * columnStep
        (lines + l).initialize(
          to: Line(
            origin: patches.offset + channel * patches.channelStride + column,
            inputRows: tapRow * runs.outputRows, first: run.zerosBefore,
            end: run.zerosBefore + run.length))
      }
      runs.inputRows.withUnsafeBufferPointer { inputRows in
        forEachStretch(step: step, depth: depth) { d, image, row, columns in
          for l in 0..<8 {
            let inputRow = Int(inputRows[lines[l].inputRows &+ row])
            lines[l].place =
              lines[l].origin &+ image &* patches.imageStride &+ inputRow &* patches.rowStride
            lines[l].lower = lines[l].first
            lines[l].upper = inputRow < 0 ? lines[l].first : lines[l].end
          }
          pack(lines, columns, columnStep, lanes, into: panel + d &* pitch, pitch: pitch)
        }
      }
    }
  }

  /// Packs the columns of one output row.
  @inline(__always)
  private func pack(
    _ lines: UnsafeMutablePointer<Line>, _ columns: Range<Int>, _ columnStep: Int, _ lanes: Int,
    into rows: UnsafeMutablePointer<Element>, pitch: Int
  ) {
    // The columns for which all taps whose rows are not padding lie on the image.
    var (lower, upper, highest) = (columns.lowerBound, columns.upperBound, 0)
    for l in 0..<8 where lines[l].lower < lines[l].upper {
      lower = max(lower, lines[l].lower)
      upper = min(upper, lines[l].upper)
      highest = max(highest, lines[l].place)
    }
    var column = columns.lowerBound
    var target = rows
    while column < columns.upperBound {
      let isFast =
        columnStep > 0 && column >= lower && column < upper
        && highest &+ (column &+ 8) &* columnStep <= patches.storage.count
      if isFast {
        let turned = VectorCopy.transpose(
          [
            eight(lines[0], column, columnStep), eight(lines[1], column, columnStep),
            eight(lines[2], column, columnStep), eight(lines[3], column, columnStep),
            eight(lines[4], column, columnStep), eight(lines[5], column, columnStep),
            eight(lines[6], column, columnStep), eight(lines[7], column, columnStep),
          ])
        if upper &- column >= 8 {
          for i in 0..<8 { store(turned[i], to: target + i &* pitch) }
          column &+= 8
          target += 8 &* pitch
        } else {
          for i in 0..<upper &- column { store(turned[i], to: target + i &* pitch) }
          target += (upper &- column) &* pitch
          column = upper
        }
      } else {
        for l in 0..<lanes {
          let isInside = column >= lines[l].lower && column < lines[l].upper
          target[l] = isInside ? block[lines[l].place &+ column &* columnStep] : 0
        }
        column &+= 1
        target += pitch
      }
    }
  }

  @inline(__always)
  private func store(_ cells: SIMD8<Element>, to target: UnsafeMutablePointer<Element>) {
    UnsafeMutableRawPointer(target).storeBytes(of: cells, as: SIMD8<Element>.self)
  }

  /// What a tap reads from a column on, eight times; written out where it is used, so that the cells
  /// stay in registers.
  @inline(__always)
  private func eight(_ line: Line, _ column: Int, _ step: Int) -> SIMD8<Element> {
    guard line.lower < line.upper else { return .zero }
    let source = block + (line.place &+ column &* step)
    if step == 1 { return UnsafeRawPointer(source).loadUnaligned(as: SIMD8<Element>.self) }
    if step == 2 {
      return UnsafeRawPointer(source).loadUnaligned(as: SIMD16<Element>.self).evenHalf
    }
    return SIMD8(
      source[0], source[step], source[2 &* step], source[3 &* step], source[4 &* step],
      source[5 &* step], source[6 &* step], source[7 &* step])
  }

  /// The start of the block.
  private var block: UnsafePointer<Element> { UnsafePointer(patches.storage.pointer(Element.self)) }

  /// Packs lanes of which neighbours are channels side by side: position by position, and tap by tap
  /// in each.
  private func packChannels(
    lane: Int, lanes: Int, step: Int, depth: Int, into panel: UnsafeMutablePointer<Element>,
    pitch: Int
  ) {
    let runs = patches.runs
    let columnStep = runs.columnStep &* patches.columnStride
    forEachStretch(step: step, depth: depth) { d, image, row, columns in
      for column in columns {
        let target = panel + (d &+ column &- columns.lowerBound) &* pitch
        var l = 0
        while l < lanes {
          let (channel, tapRow, tapColumn) = patches.place(ofTap: lane &+ l)
          let count = min(patches.channels &- channel, lanes &- l)
          let run = runs.columnRuns[tapColumn]
          let inputRow = Int(runs.inputRows[tapRow &* runs.outputRows &+ row])
          let inside = column &- run.zerosBefore
          if inputRow >= 0, inside >= 0, inside < run.length {
            let place =
              image &* patches.imageStride &+ channel &+ inputRow &* patches.rowStride
              &+ run.inputOffset &* patches.columnStride &+ inside &* columnStep
            VectorCopy.run(start + place, to: target + l, count: count, end: end)
          } else {
            VectorCopy.zeros(target + l, count: count)
          }
          l &+= count
        }
      }
    }
  }
}

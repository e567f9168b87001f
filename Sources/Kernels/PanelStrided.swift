internal import CSystem

/// A strided matrix, packed panel by panel or read as it lies.
struct StridedPanels<Element: TileCell>: @unchecked Sendable {
  let start: UnsafePointer<Element>
  let laneStride: Int
  let depthStride: Int
  let imageStride: Int
  /// The end of the block: no vector is read past it.
  let end: UnsafePointer<Element>

  @inline(__always)
  func place(image: Int, lane: Int, step: Int) -> UnsafePointer<Element> {
    start + (image &* imageStride &+ lane &* laneStride &+ step &* depthStride)
  }

  func pack(
    image: Int, lane: Int, lanes: Int, step: Int, depth: Int,
    into panel: UnsafeMutablePointer<Element>, pitch: Int
  ) {
    let source = place(image: image, lane: lane, step: step)
    if laneStride == 1 {
      for d in 0..<depth {
        let row = source + d &* depthStride
        // The panel to the right is read next: too far from here for the processor to guess.
        var ahead = row + lanes
        while ahead < row + 2 &* lanes {
          patchwork_prefetch_read(ahead)
          ahead += Element.lanes
        }
        VectorCopy.run(row, to: panel + d &* pitch, count: lanes, end: end)
      }
    } else if depthStride == 1 {
      packTransposed(source, lanes: lanes, depth: depth, into: panel, pitch: pitch)
    } else {
      for d in 0..<depth {
        for l in 0..<lanes {
          panel[d &* pitch &+ l] = source[d &* depthStride &+ l &* laneStride]
        }
      }
    }
  }

  private func packTransposed(
    _ source: UnsafePointer<Element>, lanes: Int, depth: Int,
    into panel: UnsafeMutablePointer<Element>, pitch: Int
  ) {
    let whole = depth & ~7
    for group in stride(from: 0, to: lanes, by: 8) {
      let last = min(7, lanes - 1 - group)
      let first = source + group &* laneStride
      for d in stride(from: 0, to: whole, by: 8) {
        var block = InlineArray<8, SIMD8<Element>>(repeating: .zero)
        for l in 0..<8 {
          block[l] = UnsafeRawPointer(first + (min(l, last) &* laneStride &+ d))
            .loadUnaligned(as: SIMD8<Element>.self)
        }
        let turned = VectorCopy.transpose(block)
        for l in 0..<8 {
          UnsafeMutableRawPointer(panel + ((d &+ l) &* pitch &+ group))
            .storeBytes(of: turned[l], as: SIMD8<Element>.self)
        }
      }
    }
    for d in whole..<depth {
      for l in 0..<lanes { panel[d &* pitch &+ l] = source[l &* laneStride &+ d] }
    }
  }
}

extension StridedPanels {
  /// Patches that are a strided matrix: those of a 1×1 window without padding whose positions lie
  /// evenly apart. Lanes are positions.
  init?(_ patches: PatchOperand, imagesApart: Bool) {
    let runs = patches.runs
    guard runs.taps == 1, runs.positions > 0, runs.columnRuns[0].length == runs.outputColumns,
      let step = Self.evenStep(of: patches),
      imagesApart || patches.images == 1 || patches.imageStride == runs.positions * step
    else { return nil }
    let block = patches.storage.pointer(Element.self)
    start =
      UnsafePointer(block) + patches.offset + Int(runs.inputRows[0]) * patches.rowStride
      + runs.columnRuns[0].inputOffset * patches.columnStride
    laneStride = step
    depthStride = patches.channelStride
    imageStride = patches.imageStride
    end = UnsafePointer(block) + patches.storage.count
  }

  private static func evenStep(of patches: PatchOperand) -> Int? {
    let runs = patches.runs
    let step = runs.columnStep * patches.columnStride
    guard runs.inputRows[0] >= 0 else { return nil }
    for row in 1..<max(1, runs.outputRows) {
      let rows = Int(runs.inputRows[row] - runs.inputRows[row - 1])
      guard runs.inputRows[row] >= 0, rows * patches.rowStride == runs.outputColumns * step
      else { return nil }
    }
    return step
  }
}

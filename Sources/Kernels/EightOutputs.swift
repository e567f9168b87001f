/// Eight outputs' gradients, side by side in scratch.
struct EightOutputs<Element: TileCell> {
  let start: UnsafePointer<Element>
  /// The last of them that exists.
  let last: Int
  let step: Int
  let positionStep: Int

  /// Turns so many positions.
  ///
  /// - Parameters:
  ///   - pitch: from a position's cells to the next one's.
  ///   - poison: stays 0 where all cells are finite.
  @inline(__always)
  func pack(
    _ count: Int, into target: UnsafeMutablePointer<Element>, pitch: Int,
    _ poison: inout SIMD8<Element>
  ) {
    var place = 0
    if positionStep == 1 {
      while place &+ 8 <= count {
        var block = InlineArray<8, SIMD8<Element>>(repeating: .zero)
        for output in 0..<8 {
          block[output] = load(start + (min(output, last) &* step &+ place))
          poison += block[output] * 0
        }
        let turned = VectorCopy.transpose(block)
        for l in 0..<8 { store(turned[l], target + (place &+ l) &* pitch) }
        place &+= 8
      }
    } else if step == 1, last == 7 {
      while place < count {
        let cells = load(start + place &* positionStep)
        poison += cells * 0
        store(cells, target + place &* pitch)
        place &+= 1
      }
    }
    while place < count {
      var cells = SIMD8<Element>.zero
      for output in 0..<8 {
        cells[output] = start[min(output, last) &* step &+ place &* positionStep]
      }
      poison += cells * 0
      store(cells, target + place &* pitch)
      place &+= 1
    }
  }

  @inline(__always)
  private func load(_ place: UnsafePointer<Element>) -> SIMD8<Element> {
    UnsafeRawPointer(place).loadUnaligned(as: SIMD8<Element>.self)
  }

  @inline(__always)
  private func store(_ cells: SIMD8<Element>, _ place: UnsafeMutablePointer<Element>) {
    UnsafeMutableRawPointer(place).storeBytes(of: cells, as: SIMD8<Element>.self)
  }
}

/// A kernel gradient O×(C/groups)×kh×kw that sums are stored to, which lie tap by tap, the outputs
/// of a tap side by side.
struct KernelGradientTarget<Element: TileCell> {
  private let cells: UnsafeMutablePointer<Element>
  private let strides: SIMD8<Int>
  private let tapRows: Int
  private let tapColumns: Int
  /// From a tap's sums to the next one's.
  private let pitch: Int
  /// Whether the taps of an output lie side by side.
  private let isRow: Bool

  init(_ result: Cells, pitch: Int) {
    cells = result.storage.pointer(Element.self) + result.offset
    strides = result.strides
    tapRows = result.sizes[2]
    tapColumns = result.sizes[3]
    self.pitch = pitch
    isRow =
      (tapColumns == 1 || strides[3] == 1) && (tapRows == 1 || strides[2] == tapColumns)
      && (result.sizes[1] == 1 || strides[1] == tapRows * tapColumns)
  }

  /// Stores the sums of some channels' taps and some outputs.
  func store(_ sums: UnsafePointer<Element>, _ channels: Range<Int>, outputs: Range<Int>) {
    let target =
      cells + (outputs.lowerBound * strides[0] + channels.lowerBound * strides[1])
    if isRow {
      storeRows(
        sums, taps: channels.count * tapRows * tapColumns, outputs: outputs.count, into: target)
    } else {
      storeCells(sums, channels.count, outputs: outputs.count, into: target)
    }
  }

  private func storeRows(
    _ source: UnsafePointer<Element>, taps: Int, outputs: Int,
    into target: UnsafeMutablePointer<Element>
  ) {
    let step = strides[0]
    for output in stride(from: 0, to: outputs, by: 8) {
      let count = min(8, outputs - output)
      let row = target + output * step
      var tap = 0
      while tap &+ 8 <= taps {
        var block = InlineArray<8, SIMD8<Element>>(repeating: .zero)
        for l in 0..<8 {
          block[l] = UnsafeRawPointer(source + ((tap &+ l) &* pitch &+ output))
            .loadUnaligned(as: SIMD8<Element>.self)
        }
        let turned = VectorCopy.transpose(block)
        for l in 0..<count {
          UnsafeMutableRawPointer(row + (l &* step &+ tap))
            .storeBytes(of: turned[l], as: SIMD8<Element>.self)
        }
        tap &+= 8
      }
      while tap < taps {
        for l in 0..<count { row[l &* step &+ tap] = source[tap &* pitch &+ output &+ l] }
        tap &+= 1
      }
    }
  }

  /// Stores wherever the cells lie.
  private func storeCells(
    _ source: UnsafePointer<Element>, _ channels: Int, outputs: Int,
    into target: UnsafeMutablePointer<Element>
  ) {
    var sums = source
    for channel in 0..<channels {
      for row in 0..<tapRows {
        for column in 0..<tapColumns {
          let place =
            target + (channel &* strides[1] &+ row &* strides[2] &+ column &* strides[3])
          for output in 0..<outputs { place[output &* strides[0]] = sums[output] }
          sums += pitch
        }
      }
    }
  }
}

import Kernels
import Windows

/// The gradients of one row of a pool's outputs, on their way to the pixels.
struct PoolGradientRow<S: Scalar> {
  /// A row of one cell an output, as an image: where a line puts what its windows make.
  let largest: Cells
  private var gradients: [S]
  private var winners: [S]

  /// Makes room for a row of so many outputs.
  init(columns: Int) {
    gradients = [S](repeating: 0, count: columns)
    winners = [S](repeating: 0, count: columns)
    largest = Cells.matrix(
      Storage(S.elementType, count: columns), rows: 1, columns: columns, rowStride: 0
    ).selecting(nil, nil, nil, 1)
  }

  /// Takes the upstream gradient of a row.
  mutating func load(_ upstream: Cells, _ image: Int, _ channel: Int, _ row: Int) {
    let strides = upstream.strides
    let start =
      upstream.offset + image * strides[0] + channel * strides[1] + row * strides[2]
    upstream.storage.withSpan(of: S.self) { cells in
      for column in gradients.indices { gradients[column] = cells[start + column * strides[3]] }
    }
  }

  /// Divides each gradient as the mean was divided.
  mutating func divide(by divisors: [S], _ row: Int) {
    let first = row * gradients.count
    for column in gradients.indices { gradients[column] /= divisors[first + column] }
  }

  /// Adds each gradient to every pixel of its window.
  func addToAll(_ line: PoolLine, _ result: Cells) {
    let gradients = gradients.span
    result.storage.withMutableSpan(of: S.self) { cells in
      line.forEachRun { run in
        PairedRun(
          count: run.count, target: run.source, targetStep: run.sourceStep, source: run.target,
          sourceStep: 1
        ).replay(from: gradients, into: &cells) { $0 + $1 }
      }
    }
  }

  /// Adds each gradient to the largest pixels of its window.
  ///
  /// A maximum that is NaN came from the first NaN: no other pixel equals it, whatever the rule.
  mutating func addToWinners(
    _ line: PoolLine, _ pixels: Cells, _ result: Cells, _ ties: TieRule
  ) {
    let shift = result.offset - pixels.offset
    var (gradients, winners) = (gradients, winners)
    pixels.storage.withSpan(of: S.self) { pixels in
      largest.storage.withMutableSpan(of: S.self) { largest in
        line.takeMaximum(of: pixels, into: &largest)
        if ties == .split {
          for column in winners.indices { winners[column] = 0 }
          line.forEachRun { run in
            for place in 0..<run.count {
              let pixel = pixels[run.source + place * run.sourceStep]
              winners[run.target + place] += pixel == largest[run.target + place] ? 1 : 0
            }
          }
          // A NaN is counted nowhere.
          for column in winners.indices { gradients[column] /= Swift.max(1, winners[column]) }
        }
        result.storage.withMutableSpan(of: S.self) { cells in
          line.forEachRun { run in
            for place in 0..<run.count {
              let pixel = pixels[run.source + place * run.sourceStep]
              let column = run.target + place
              let isNaN = pixel != pixel && largest[column] != largest[column]
              let target = run.source + place * run.sourceStep + shift
              cells[target] += isNaN || pixel == largest[column] ? gradients[column] : 0
              if isNaN || (pixel == largest[column] && ties == .first) { gradients[column] = 0 }
            }
          }
        }
      }
    }
  }
}

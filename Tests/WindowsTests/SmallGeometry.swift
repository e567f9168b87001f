@testable import Windows

/// The numbers of one axis, with their sizes by the libraries' formulas.
struct AxisNumbers: Sendable, CustomStringConvertible {
  let input: Int
  let taps: Int
  let stride: Int
  let dilation: Int
  let before: Int
  let after: Int
  let roundsUp: Bool

  var axis: WindowAxis {
    get throws(WindowError) {
      try WindowAxis(
        input: input, taps: taps, stride: stride, dilation: dilation, padding: (before, after),
        roundsUp: roundsUp)
    }
  }

  /// `pooling_output_shape_pad_lr` of ATen's `Pool.h`. Rounding up may only add a window: PyTorch
  /// forbids the paddings for which its rule would take one away.
  var pyTorchOutput: Int {
    let room = input + before + after - dilation * (taps - 1) - 1
    let floor = Int((Double(room) / Double(stride)).rounded(.down)) + 1
    guard roundsUp else { return floor }
    let ceil = Int((Double(room) / Double(stride)).rounded(.up)) + 1
    return (ceil - 1) * stride >= input + before ? max(floor, ceil - 1) : ceil
  }

  var description: String {
    "\(input) by \(taps) stride \(stride) dilation \(dilation) pad \(before),\(after)"
      + (roundsUp ? " ceil" : "")
  }
}

/// All geometries with small numbers.
enum SmallGeometry {
  static let axes: [AxisNumbers] = {
    var axes: [AxisNumbers] = []
    for input in 1...6 {
      for taps in 1...3 {
        for (stride, dilation) in [(1, 1), (2, 1), (3, 1), (1, 2), (2, 2), (3, 2)] {
          for (before, after) in [(0, 0), (1, 1), (2, 0), (0, 2), (1, 2)] {
            for roundsUp in [false, true] {
              axes.append(
                AxisNumbers(
                  input: input, taps: taps, stride: stride, dilation: dilation, before: before,
                  after: after, roundsUp: roundsUp))
            }
          }
        }
      }
    }
    return axes
  }()

  /// Windows that differ in both directions and fit, every seventh pair or so of `axes`.
  static let windows: [SlidingWindow] = {
    let axes = Self.axes.compactMap { try? $0.axis }.filter { $0.output > 0 }
    return axes.indices.compactMap { place in
      let other = axes[(place * 37 + 11) % axes.count]
      return try? SlidingWindow(rows: axes[place], columns: other)
    }
  }()
}

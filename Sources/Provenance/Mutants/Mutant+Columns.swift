import Windows

extension Mutant {
  /// The mistakes in col2im, which pools make too.
  static let columns = [
    Mutant("= for +=", "overlapping patches overwrite", source: "numpy") {
      $0.add = { _, value in value }
    },
    Mutant("stride lost", "patches one pixel apart", source: "cs231n") {
      $0.start = { position, window in
        let (row, column) = position.quotientAndRemainder(dividingBy: window.output.columns)
        return (row: row, column: column)
      }
    },
    Mutant("floor(i/width*s)", "a patch's row, rounded late", source: "004") {
      $0.start = { position, window in
        let row = Double(position) / Double(window.output.columns) * Double(window.stride.rows)
        let column = position % window.output.columns * window.stride.columns
        return (row: Int(row), column: column)
      }
    },
    Mutant("left-over lost", "what no window read is missing", source: "004") {
      $0.padded = { ($0.output - 1) * $0.stride + $0.extent }
    },
    Mutant("crop by one", "whatever the padding", source: "004") {
      $0.crop = { padded, _ in
        let inner = padded.dropFirst(2).map { min(1, $0)..<max(min(1, $0), $0 - 1) }
        return [0..<padded[0], 0..<padded[1]] + inner
      }
    },
    Mutant("wrong axes cropped", "images and channels are cut", source: "001") {
      $0.crop = { padded, window in
        let (before, after) = (window.rows.padBefore, window.rows.padAfter)
        let cut = padded.prefix(2).map { min(before, $0)..<max(min(before, $0), $0 - after) }
        return cut + [0..<padded[2], 0..<padded[3]]
      }
    },
    Mutant("u reshaped", "NxO read as OxN, not transposed", source: "001") {
      $0.upstream = { image, output, position, sizes in
        (output * sizes.images + image) * sizes.positions + position
      }
    },
  ]
}

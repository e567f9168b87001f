import Windows

extension Mutant {
  /// The mistakes in col2im, which pools make too.
  static let columns = [
    Mutant("= for +=", "where patches overlap the last one stays", source: "StackOverflow") {
      $0.add = { _, value in value }
    },
    Mutant("stride lost", "patches start one pixel apart", source: "cs231n #19") {
      $0.start = { position, window in
        let (row, column) = position.quotientAndRemainder(dividingBy: window.output.columns)
        return (row: row, column: column)
      }
    },
    Mutant("row = floor(i/width*stride)", "rounded after the product, not before", source: "004") {
      $0.start = { position, window in
        let row = Double(position) / Double(window.output.columns) * Double(window.stride.rows)
        let column = position % window.output.columns * window.stride.columns
        return (row: Int(row), column: column)
      }
    },
    Mutant("left-over lost", "the image is as large as the windows reach", source: "004") {
      $0.padded = { ($0.output - 1) * $0.stride + $0.extent }
    },
    Mutant("crop by one", "one pixel a side, whatever the padding", source: "004") {
      $0.crop = { padded, _ in
        [
          0..<padded[0], 0..<padded[1], min(1, padded[2])..<max(min(1, padded[2]), padded[2] - 1),
          min(1, padded[3])..<max(min(1, padded[3]), padded[3] - 1),
        ]
      }
    },
    Mutant("wrong axes cropped", "x[p:-p, p:-p, :, :] cuts images, channels", source: "001") {
      $0.crop = { padded, window in
        let (before, after) = (window.rows.padBefore, window.rows.padAfter)
        let cut = (0..<2).map { axis in
          min(before, padded[axis])..<max(min(before, padded[axis]), padded[axis] - after)
        }
        return cut + [0..<padded[2], 0..<padded[3]]
      }
    },
    Mutant("reshape for transpose", "N x O read as if it were O x N", source: "001 warns") {
      $0.upstream = { image, output, position, sizes in
        (output * sizes.images + image) * sizes.positions + position
      }
    },
  ]
}

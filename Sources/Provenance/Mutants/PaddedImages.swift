/// Images with their padding, that patches are summed into.
struct PaddedImages {
  /// N, C, and the rows and columns with padding.
  let sizes: [Int]
  private(set) var cells: [Double]

  /// Zeros.
  init(_ sizes: [Int]) {
    self.sizes = sizes
    cells = [Double](repeating: 0, count: sizes.reduce(1, *))
  }

  /// Changes a pixel.
  ///
  /// - Throws: `MutantFlaw.pastTheEnd` for one that there is not.
  mutating func update(
    _ image: Int, _ channel: Int, _ row: Int, _ column: Int, _ change: (Double) -> Double
  ) throws(MutantFlaw) {
    guard row >= 0, row < sizes[2], column >= 0, column < sizes[3] else { throw .pastTheEnd }
    let place = ((image * sizes[1] + channel) * sizes[2] + row) * sizes[3] + column
    cells[place] = change(cells[place])
  }

  /// A part of the images.
  func cropped(to ranges: [Range<Int>]) -> PaddedImages {
    var result = PaddedImages(ranges.map(\.count))
    var place = 0
    for image in ranges[0] {
      for channel in ranges[1] {
        for row in ranges[2] {
          for column in ranges[3] {
            result.cells[place] =
              cells[((image * sizes[1] + channel) * sizes[2] + row) * sizes[3] + column]
            place += 1
          }
        }
      }
    }
    return result
  }
}

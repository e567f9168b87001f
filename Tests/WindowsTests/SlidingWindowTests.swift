import Kernels
import Testing

@testable import Windows

@Suite struct SlidingWindowTests {
  @Test(
    "places combine the two directions, and readers invert them", arguments: SmallGeometry.windows)
  func placesAndReaders(_ window: SlidingWindow) {
    var readers: [Extent: Set<PixelReader>] = [:]
    for reader in every(of: window) {
      let place = window.place(reader)
      let row = window.rows.input(output: reader.outputRow, tap: reader.tapRow)
      let column = window.columns.input(output: reader.outputColumn, tap: reader.tapColumn)
      #expect(place.row == row && place.column == column)
      #expect(
        place.isInside
          == ((0..<window.input.rows).contains(row)
            && (0..<window.input.columns).contains(column)))
      if place.isInside { readers[Extent(rows: row, columns: column), default: []].insert(reader) }
    }
    for row in 0..<window.input.rows {
      for column in 0..<window.input.columns {
        let found = window.readers(ofRow: row, column: column)
        #expect(Set(found) == readers[Extent(rows: row, columns: column)] ?? [])
        #expect(found.count == window.coverage(ofRow: row, column: column))
      }
    }
  }

  @Test(
    "the first window of padding is the first whose taps all miss", arguments: SmallGeometry.windows
  )
  func firstWindowOfPadding(_ window: SlidingWindow) {
    var inside: Set<Extent> = []
    for reader in every(of: window) where window.place(reader).isInside {
      inside.insert(Extent(rows: reader.outputRow, columns: reader.outputColumn))
    }
    var expected: Extent?
    for row in (0..<window.output.rows).reversed() {
      for column in (0..<window.output.columns).reversed() {
        let output = Extent(rows: row, columns: column)
        if !inside.contains(output) { expected = output }
      }
    }
    let found = window.firstWindowOfPadding.map {
      Extent(rows: $0.outputRow, columns: $0.outputColumn)
    }
    #expect(found == expected)
  }

  @Test("the runs replay exactly what place says", arguments: SmallGeometry.windows)
  func runs(_ window: SlidingWindow) throws {
    let runs = try #require(window.runs)
    #expect(runs.taps == window.kernel.rows * window.kernel.columns)
    #expect(runs.positions == window.output.rows * window.output.columns)
    for run in runs.columnRuns {
      #expect(run.zerosBefore + run.length + run.zerosAfter == window.output.columns)
      #expect(run.zerosBefore >= 0 && run.length >= 0 && run.zerosAfter >= 0)
    }
    for reader in every(of: window) {
      let row = Int(runs.inputRows[reader.tapRow * runs.outputRows + reader.outputRow])
      let run = runs.columnRuns[reader.tapColumn]
      let step = reader.outputColumn - run.zerosBefore
      let place = window.place(reader)
      if row >= 0, step >= 0, step < run.length {
        #expect(place == .inside(row: row, column: run.inputOffset + step * runs.columnStep))
      } else {
        #expect(!place.isInside)
      }
    }
  }

  @Test("padding is named by its side")
  func sideNames() throws {
    let window = try SlidingWindow(
      input: Extent(4), kernel: Extent(3), stride: Extent(2), padding: .all(1), roundsUp: true)
    func name(_ row: Int, _ column: Int, _ tapRow: Int, _ tapColumn: Int) -> String? {
      window.place(outputRow: row, outputColumn: column, tapRow: tapRow, tapColumn: tapColumn)
        .sideName
    }
    #expect(window.output == Extent(3))
    #expect(name(0, 0, 1, 1) == nil)
    #expect(name(0, 0, 0, 1) == "top")
    #expect(name(0, 0, 1, 0) == "left")
    #expect(name(0, 0, 0, 0) == "top left")
    #expect(name(2, 0, 1, 1) == "bottom")
    #expect(name(0, 2, 0, 1) == "top right")
    #expect(name(2, 2, 2, 2) == "bottom overhang right overhang")
    #expect(name(2, 0, 1, 0) == "bottom left")
  }

  @Test("a kernel that does not fit names the numbers and the edits that would make it fit")
  func kernelTooLarge() {
    #expect(
      throws: WindowError.kernelTooLarge(
        kernel: Extent(5), extent: Extent(5), input: Extent(3), padding: PaddingSides(0),
        remedies: [
          .padding(.all(1), gives: Extent(1)), .padding(.all(2), gives: Extent(3)),
          .kernel(Extent(3), gives: Extent(1)),
        ])
    ) { try SlidingWindow(input: Extent(3), kernel: Extent(5)) }
    #expect(
      throws: WindowError.kernelTooLarge(
        kernel: Extent(rows: 2, columns: 3), extent: Extent(rows: 4, columns: 7),
        input: Extent(rows: 6, columns: 4), padding: PaddingSides(rows: 0, columns: 1),
        remedies: [
          .padding(.all(2), gives: Extent(rows: 4, columns: 1)),
          .padding(.same, gives: Extent(rows: 3, columns: 2)),
          .dilation(Extent(1), gives: Extent(rows: 3, columns: 2)),
          .kernel(Extent(2), gives: Extent(rows: 2, columns: 2)),
        ])
    ) {
      try SlidingWindow(
        input: Extent(rows: 6, columns: 4), kernel: Extent(rows: 2, columns: 3),
        stride: Extent(2), padding: .explicit(PaddingSides(rows: 0, columns: 1)),
        dilation: Extent(3))
    }
  }

  @Test("sizes that overflow are errors")
  func overflow() {
    #expect(throws: WindowError.overflow(along: .columns)) {
      try SlidingWindow(
        input: Extent(8), kernel: Extent(rows: 1, columns: Int.max), padding: .full)
    }
  }

  @Test(
    "paddings and extents read as the language writes them",
    arguments: [
      (Padding.all(1), "1"), (.explicit(PaddingSides(rows: 1, columns: 2)), "1x2"),
      (.explicit(PaddingSides(top: 0, left: 1, bottom: 0, right: 2)), "0x1x0x2"),
      (.explicit(PaddingSides(top: 0, left: 1, bottom: 2, right: 1)), "0x1x2x1"),
      (.same, "same"), (.sameLower, "same-lower"), (.full, "full"), (.valid, "valid"),
    ])
  func spelling(_ padding: Padding, _ text: String) {
    #expect(padding.description == text)
  }

  private func every(of window: SlidingWindow) -> [PixelReader] {
    (0..<window.output.rows).flatMap { outputRow in
      (0..<window.output.columns).flatMap { outputColumn in
        (0..<window.kernel.rows).flatMap { tapRow in
          (0..<window.kernel.columns).map { tapColumn in
            PixelReader(
              outputRow: outputRow, outputColumn: outputColumn, tapRow: tapRow,
              tapColumn: tapColumn)
          }
        }
      }
    }
  }
}

extension SlidingWindow {
  fileprivate func place(_ reader: PixelReader) -> Placement {
    place(
      outputRow: reader.outputRow, outputColumn: reader.outputColumn, tapRow: reader.tapRow,
      tapColumn: reader.tapColumn)
  }
}

import Testing

@testable import Windows

@Suite struct WindowAxisTests {
  @Test("the size is PyTorch's, floor and ceil", arguments: SmallGeometry.axes)
  func size(_ numbers: AxisNumbers) throws {
    let axis = try numbers.axis
    #expect(axis.output == max(0, numbers.pyTorchOutput))
  }

  @Test(
    "a pair reads an input exactly if the input's readers hold it", arguments: SmallGeometry.axes)
  func inverse(_ numbers: AxisNumbers) throws {
    let axis = try numbers.axis
    var expected = [[AxisReader]](repeating: [], count: axis.input)
    for output in 0..<axis.output {
      for tap in (0..<axis.taps).reversed() {
        if case .inside(let input) = axis.place(output: output, tap: tap) {
          expected[input].append(AxisReader(output: output, tap: tap))
        }
      }
    }
    for input in 0..<axis.input {
      #expect(axis.readers(of: input) == expected[input])
      #expect(axis.coverage(of: input) == expected[input].count)
    }
  }

  @Test(
    "the taps and outputs inside the image are those that place says", arguments: SmallGeometry.axes
  )
  func insideRanges(_ numbers: AxisNumbers) throws {
    let axis = try numbers.axis
    for output in 0..<axis.output {
      let inside = (0..<axis.taps).filter { axis.place(output: output, tap: $0).isInside }
      #expect(Array(axis.taps(inside: output)) == inside)
    }
    for tap in 0..<axis.taps {
      let inside = (0..<axis.output).filter { axis.place(output: $0, tap: tap).isInside }
      #expect(Array(axis.outputs(inside: tap)) == inside)
    }
    let places = (0..<axis.output).flatMap { output in
      (0..<axis.taps).map { axis.place(output: output, tap: $0) }
    }
    #expect(axis.readsPadding == places.contains { !$0.isInside })
    #expect(
      axis.firstOutputOfPadding
        == (0..<axis.output).first { output in
          (0..<axis.taps).allSatisfy { !axis.place(output: output, tap: $0).isInside }
        })
  }

  @Test(
    "what is left over, and what hangs over, is what the last window leaves",
    arguments: SmallGeometry.axes)
  func leftOver(_ numbers: AxisNumbers) throws {
    let axis = try numbers.axis
    guard axis.output > 0 else { return }
    let end = (axis.output - 1) * axis.stride + axis.extent
    #expect(axis.leftOver - axis.overhang == axis.padded - end)
    #expect(axis.leftOver == 0 || axis.overhang == 0)
    #expect(axis.leftOver < axis.stride || axis.roundsUp)
    #expect(axis.overhang == 0 || axis.roundsUp)
    let unreadTail = (0..<axis.input).reversed().prefix { $0 + axis.padBefore >= end }.count
    #expect(axis.leftOverInput == unreadTail)
  }

  @Test("same gives the input divided by the stride, rounded up", arguments: SmallGeometry.axes)
  func same(_ numbers: AxisNumbers) throws {
    for (padding, odd) in [(Padding.same, 0), (.sameLower, 1)] {
      let sides = try WindowAxis.padding(
        padding, input: numbers.input, taps: numbers.taps, stride: numbers.stride,
        dilation: numbers.dilation, along: .rows)
      let axis = try WindowAxis(
        input: numbers.input, taps: numbers.taps, stride: numbers.stride,
        dilation: numbers.dilation, padding: sides)
      #expect(axis.output == (numbers.input + numbers.stride - 1) / numbers.stride)
      #expect(
        axis.padBefore - axis.padAfter == (odd == 1 ? 1 : -1)
          * ((axis.padBefore + axis.padAfter) % 2))
    }
  }

  @Test("full lets every tap reach every input", arguments: SmallGeometry.axes)
  func full(_ numbers: AxisNumbers) throws {
    let sides = try WindowAxis.padding(
      .full, input: numbers.input, taps: numbers.taps, stride: 1, dilation: numbers.dilation,
      along: .rows)
    let axis = try WindowAxis(
      input: numbers.input, taps: numbers.taps, dilation: numbers.dilation, padding: sides)
    #expect(axis.output == numbers.input + axis.extent - 1)
    #expect((0..<axis.input).allSatisfy { axis.coverage(of: $0) == axis.taps })
  }

  @Test("a coordinate outside says on which side it lies")
  func sides() throws {
    let axis = try WindowAxis(
      input: 4, taps: 3, stride: 3, padding: (1, 1), roundsUp: true)
    #expect(axis.output == 2)
    #expect(axis.place(output: 0, tap: 0) == .before(-1))
    #expect(axis.place(output: 0, tap: 1) == .inside(0))
    #expect(axis.place(output: 1, tap: 2) == .after(4))
    let ceil = try WindowAxis(input: 4, taps: 3, stride: 3, roundsUp: true)
    #expect(ceil.place(output: 1, tap: 1) == .overhang(4))
    #expect(ceil.overhang == 2)
  }

  @Test("numbers out of range are errors")
  func outOfRange() {
    #expect(throws: WindowError.emptyInput(0, along: .rows)) { try WindowAxis(input: 0, taps: 1) }
    #expect(throws: WindowError.emptyKernel(0, along: .columns)) {
      try WindowAxis(input: 1, taps: 0, along: .columns)
    }
    #expect(throws: WindowError.strideNotPositive(0, along: .rows)) {
      try WindowAxis(input: 1, taps: 1, stride: 0)
    }
    #expect(throws: WindowError.dilationNotPositive(-1, along: .rows)) {
      try WindowAxis(input: 1, taps: 1, dilation: -1)
    }
    #expect(throws: WindowError.negativePadding(-2, along: .rows)) {
      try WindowAxis(input: 1, taps: 1, padding: (0, -2))
    }
  }

  static let extremes = [1, 2, Int.max / 2, Int.max - 1, Int.max]

  @Test(
    "numbers near the largest Int give an error or an axis that answers", arguments: extremes,
    extremes)
  func overflow(_ input: Int, _ taps: Int) throws {
    for stride in Self.extremes {
      for dilation in Self.extremes {
        for pad in [0, 1, Int.max] {
          for roundsUp in [false, true] {
            do throws(WindowError) {
              let axis = try WindowAxis(
                input: input, taps: taps, stride: stride, dilation: dilation, padding: (pad, pad),
                roundsUp: roundsUp)
              guard axis.output > 0 else { continue }
              _ = axis.place(output: axis.output - 1, tap: axis.taps - 1)
              _ = axis.taps(inside: axis.output - 1)
              _ = axis.outputs(inside: axis.taps - 1)
              _ = (axis.leftOver, axis.leftOverInput, axis.overhang, axis.readsPadding)
              if taps < 3 { _ = axis.readers(of: input - 1) }
            } catch { #expect(error == .overflow(along: .rows)) }
            for padding in [Padding.same, .sameLower, .full] {
              _ = try? WindowAxis.padding(
                padding, input: input, taps: taps, stride: stride, dilation: dilation, along: .rows)
            }
          }
        }
      }
    }
  }
}

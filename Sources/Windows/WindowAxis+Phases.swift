extension WindowAxis {
  /// The pixels by the taps that read them; those that no tap can reach, whatever the output, are in
  /// none.
  public var phases: [WindowPhase] {
    let step = stride / commonStep
    return (0..<min(taps, step)).compactMap { tap in
      let origin = input(output: 0, tap: tap)
      let places = Self.quotientUp(-origin, stride)..<Self.quotientUp(input - origin, stride)
      guard !places.isEmpty else { return nil }
      return WindowPhase(
        firstTap: tap, tapStep: step, taps: (taps - 1 - tap) / step + 1, places: places)
    }
  }

  /// The phases with their axes as gradients read them, those with as many taps together.
  var mirrors: [(axis: WindowAxis, phases: [WindowPhase])] {
    let phases = phases
    // Tap counts fall by at most 1, so that there are at most two.
    return Set(phases.map(\.taps)).sorted(by: >).map { count in
      let group = phases.filter { $0.taps == count }
      let first = group.reduce(Int.max) { min($0, $1.places.lowerBound) }
      let end = group.reduce(Int.min) { max($0, $1.places.upperBound) }
      return (mirror(taps: count, places: first..<end), group)
    }
  }

  /// The axis that slides the flipped taps over the outputs, with a stride of 1.
  ///
  /// For a window of stride 1 its padding is (taps − 1) · dilation − padding on either side; a
  /// negative one crops.
  private func mirror(taps: Int, places: Range<Int>) -> WindowAxis {
    let step = dilation / commonStep
    let before = (taps - 1) * step - places.lowerBound
    return WindowAxis(
      input: output, taps: taps, stride: 1, dilation: step, padBefore: before,
      padAfter: places.count + (taps - 1) * step - output - before, roundsUp: false,
      output: places.count)
  }

  /// The greatest common divisor of stride and dilation.
  private var commonStep: Int {
    var (larger, smaller) = (stride, dilation)
    while smaller > 0 { (larger, smaller) = (smaller, larger % smaller) }
    return larger
  }

  /// The least whole number that is not below number ÷ divisor.
  private static func quotientUp(_ number: Int, _ divisor: Int) -> Int {
    number > 0 ? (number - 1) / divisor + 1 : -(-number / divisor)
  }
}

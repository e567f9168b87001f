extension Double: PoolCell {
  @inline(__always)
  static func larger(_ largest: SIMD8<Double>, _ pixel: SIMD8<Double>) -> SIMD8<Double> {
    pixel.replacing(with: largest, where: (pixel .<= largest) .| (largest .!= largest))
  }

  @inline(__always)
  static func update(
    _ largest: inout SIMD8<Double>, _ winner: inout SIMD8<Double>, with pixel: SIMD8<Double>,
    of tap: Double
  ) {
    let stays = (pixel .<= largest) .| (largest .!= largest)
    largest = pixel.replacing(with: largest, where: stays)
    winner = SIMD8<Double>(repeating: tap).replacing(with: winner, where: stays)
  }

  @inline(__always)
  static func gradients(
    _ pixels: InlineArray<4, SIMD8<Double>>, _ upstream: SIMD8<Double>, _ ties: PoolTies
  ) -> InlineArray<4, SIMD8<Double>> {
    var largest = pixels[0]
    for tap in 1..<4 { largest = larger(largest, pixels[tap]) }
    var share = upstream
    if ties == .split {
      var count = SIMD8<Double>.zero
      for tap in 0..<4 {
        count += SIMD8<Double>.zero.replacing(with: 1, where: pixels[tap] .== largest)
      }
      // A NaN is counted nowhere.
      share /= count.replacing(with: 1, where: count .== 0)
    }
    var gradients = InlineArray<4, SIMD8<Double>>(repeating: .zero)
    var isTaken = SIMDMask<SIMD8<Double>.MaskStorage>(repeating: false)
    for tap in 0..<4 {
      let isNaN = (pixels[tap] .!= pixels[tap]) .& (largest .!= largest)
      let wins = ((pixels[tap] .== largest) .| isNaN) .& .!isTaken
      gradients[tap] = SIMD8<Double>.zero.replacing(with: share, where: wins)
      isTaken = isTaken .| (ties == .first ? wins : isNaN)
    }
    return gradients
  }

  @inline(__always)
  static func divide(_ a: SIMD8<Double>, _ b: SIMD8<Double>) -> SIMD8<Double> { a / b }

  @inline(__always)
  static func inTurn(_ a: SIMD8<Double>, _ b: SIMD8<Double>) -> (SIMD8<Double>, SIMD8<Double>) {
    (
      SIMD8<Double>(
        a[0], b[0], a[1], b[1], a[2], b[2], a[3], b[3]),
      SIMD8<Double>(
        a[4], b[4], a[5], b[5], a[6], b[6], a[7], b[7])
    )
  }
}

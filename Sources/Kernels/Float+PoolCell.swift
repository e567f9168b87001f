extension Float: PoolCell {
  @inline(__always)
  static func larger(_ largest: SIMD16<Float>, _ pixel: SIMD16<Float>) -> SIMD16<Float> {
    pixel.replacing(with: largest, where: (pixel .<= largest) .| (largest .!= largest))
  }

  @inline(__always)
  static func update(
    _ largest: inout SIMD16<Float>, _ winner: inout SIMD16<Float>, with pixel: SIMD16<Float>,
    of tap: Float
  ) {
    let stays = (pixel .<= largest) .| (largest .!= largest)
    largest = pixel.replacing(with: largest, where: stays)
    winner = SIMD16<Float>(repeating: tap).replacing(with: winner, where: stays)
  }

  @inline(__always)
  static func gradients(
    _ pixels: InlineArray<4, SIMD16<Float>>, _ upstream: SIMD16<Float>, _ ties: PoolTies
  ) -> InlineArray<4, SIMD16<Float>> {
    var largest = pixels[0]
    for tap in 1..<4 { largest = larger(largest, pixels[tap]) }
    var share = upstream
    if ties == .split {
      var count = SIMD16<Float>.zero
      for tap in 0..<4 {
        count += SIMD16<Float>.zero.replacing(with: 1, where: pixels[tap] .== largest)
      }
      // A NaN is counted nowhere.
      share /= count.replacing(with: 1, where: count .== 0)
    }
    var gradients = InlineArray<4, SIMD16<Float>>(repeating: .zero)
    var isTaken = SIMDMask<SIMD16<Float>.MaskStorage>(repeating: false)
    for tap in 0..<4 {
      let isNaN = (pixels[tap] .!= pixels[tap]) .& (largest .!= largest)
      let wins = ((pixels[tap] .== largest) .| isNaN) .& .!isTaken
      gradients[tap] = SIMD16<Float>.zero.replacing(with: share, where: wins)
      isTaken = isTaken .| (ties == .first ? wins : isNaN)
    }
    return gradients
  }

  @inline(__always)
  static func divide(_ a: SIMD16<Float>, _ b: SIMD16<Float>) -> SIMD16<Float> { a / b }

  @inline(__always)
  static func inTurn(_ a: SIMD16<Float>, _ b: SIMD16<Float>) -> (SIMD16<Float>, SIMD16<Float>) {
    (
      SIMD16<Float>(
        a[0], b[0], a[1], b[1], a[2], b[2], a[3], b[3], a[4], b[4], a[5], b[5], a[6], b[6], a[7],
        b[7]),
      SIMD16<Float>(
        a[8], b[8], a[9], b[9], a[10], b[10], a[11], b[11], a[12], b[12], a[13], b[13], a[14],
        b[14],
        a[15], b[15])
    )
  }
}

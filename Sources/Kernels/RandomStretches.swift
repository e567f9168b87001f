/// A long run of xoshiro256++ drawn in eight stretches side by side, a lane each.
///
/// The generator's step is linear in the bits of its state, so that a polynomial in the step leaps any
/// number of steps at once (Blackman and Vigna, "Scrambled linear pseudorandom number generators",
/// 2021, section 2.3). Lane i begins 512·i steps on; the numbers and their order are those that one
/// step after the other gives.
public enum RandomStretches {
  /// How many draws a lane makes.
  private static var stretch: Int { 512 }
  /// How many draws a block has.
  public static var blockLength: Int { 8 * stretch }

  /// x⁵¹²ⁱ modulo the characteristic polynomial for lane i; the lowest 64 coefficients first.
  private static let leaps: InlineArray<4, SIMD8<UInt64>> = [
    SIMD8(
      1, 0xc732_7d13_0e34_b489, 0x0601_06bb_be4f_f028, 0x2f12_1b2b_79c5_8914,
      0x876c_2301_125a_85c0, 0x1ec5_f22c_f928_2570, 0x195f_824b_dd4c_d00a, 0xc1c3_da7f_588e_1172),
    SIMD8(
      0, 0x81f6_75e7_a4ef_7d84, 0x1be1_d768_54dd_da93, 0xdca1_a0f9_e89a_b189,
      0x15fe_8226_28b1_6f04, 0x7a35_edae_f969_2623, 0xb162_081e_ba5f_7a35, 0xb047_8674_c36c_9e18),
    SIMD8(
      0, 0x6dd4_9b65_6055_c9da, 0x8456_faeb_6230_d984, 0x0dd3_ee70_79a6_dd3f,
      0x3c8c_a36e_c9a7_4fa7, 0x73a4_cf99_b14b_622b, 0x9fea_d7e4_4eaf_db96, 0xac2c_9fc0_0bd5_bcaa),
    SIMD8(
      0, 0xbe79_7637_2e93_0435, 0x6550_7439_cf43_f0e2, 0xbaaf_4786_1466_c19f,
      0x51ed_ef31_819e_01ff, 0x93b8_c505_f25c_b0be, 0x3611_b9c8_607b_74a9, 0xb33b_bb70_d424_80d0),
  ]

  /// Fills `blockLength` places from `place` on with the next draws of a stream.
  ///
  /// - Parameters:
  ///   - draws: it has that many places from `place` on.
  ///   - state: the generator's four words; afterwards those that so many steps lead to.
  public static func fill(
    _ draws: inout MutableSpan<UInt64>, at place: Int, from state: inout SIMD4<UInt64>
  ) {
    precondition(place >= 0 && place <= draws.count - blockLength)
    var lanes = XoshiroLanes(leaping(from: state))
    draws.withUnsafeMutableBufferPointer { buffer in
      guard let first = buffer.baseAddress.map({ $0 + place }) else { return }
      for step in stride(from: 0, to: stretch, by: 8) {
        var drawn = InlineArray<8, SIMD8<UInt64>>(repeating: .zero)
        for turn in 0..<8 { drawn[turn] = lanes.next() }
        let stretches = VectorCopy.transpose(drawn)
        for lane in 0..<8 {
          UnsafeMutableRawPointer(first + (lane &* stretch &+ step))
            .storeBytes(of: stretches[lane], as: SIMD8<UInt64>.self)
        }
      }
    }
    // The last lane has come to where the block ends.
    state = SIMD4(lanes.first[7], lanes.second[7], lanes.third[7], lanes.fourth[7])
  }

  /// The eight states: each the sum of those states of the next 256 steps that its polynomial names.
  private static func leaping(from state: SIMD4<UInt64>) -> InlineArray<4, SIMD8<UInt64>> {
    var one = XoshiroLanes([
      SIMD8(repeating: state[0]), SIMD8(repeating: state[1]), SIMD8(repeating: state[2]),
      SIMD8(repeating: state[3]),
    ])
    var sums = InlineArray<4, SIMD8<UInt64>>(repeating: .zero)
    for word in 0..<4 {
      var coefficients = leaps[word]
      for _ in 0..<64 {
        let isNamed = 0 &- (coefficients & 1)
        sums[0] ^= isNamed & one.first
        sums[1] ^= isNamed & one.second
        sums[2] ^= isNamed & one.third
        sums[3] ^= isNamed & one.fourth
        _ = one.next()
        coefficients &>>= 1
      }
    }
    return sums
  }
}

/// Eight states of xoshiro256++.
private struct XoshiroLanes {
  private(set) var first, second, third, fourth: SIMD8<UInt64>

  @inline(__always)
  init(_ words: InlineArray<4, SIMD8<UInt64>>) {
    (first, second, third, fourth) = (words[0], words[1], words[2], words[3])
  }

  /// The next draw of each.
  @inline(__always)
  mutating func next() -> SIMD8<UInt64> {
    let sum = first &+ fourth
    let draw = (sum &<< 23 | sum &>> 41) &+ first
    let shifted = second &<< 17
    third ^= first
    fourth ^= second
    second ^= third
    first ^= fourth
    third ^= shifted
    fourth = fourth &<< 45 | fourth &>> 19
    return draw
  }
}

import Convolution

extension Mutant {
  /// The mistakes in a max pool's backward code.
  public static let maxPool: [Mutant] =
    columns + [
      Mutant(
        "ties to all", "every largest pixel gets it", source: "tensorflow",
        unless: { $0.ties == .all }
      ) {
        $0.shares = { pixels, _ in
          let largest = pixels.compactMap { $0 }.max()
          return pixels.map { $0 != nil && $0 == largest ? 1 : 0 }
        }
      },
      Mutant("whole window", "every pixel gets it", source: "") {
        $0.shares = { pixels, _ in pixels.map { $0 == nil ? 0 : 1 } }
      },
      Mutant("padding is 0", "it beats negative pixels", source: "") {
        $0.shares = { pixels, _ in ReferenceSteps.first(of: pixels.map { $0 ?? 0 }) }
      },
    ]

  /// The mistakes in a mean pool's backward code.
  public static let meanPool: [Mutant] =
    columns + [
      Mutant("not divided", "every pixel gets all of it", source: "") {
        $0.shares = { pixels, _ in pixels.map { $0 == nil ? 0 : 1 } }
      },
      Mutant(
        "padding not counted", "divided by the pixels alone", source: "",
        unless: { !$0.countsPadding }
      ) {
        $0.shares = { pixels, _ in
          let count = Double(pixels.count { $0 != nil })
          return pixels.map { $0 == nil ? 0 : 1 / count }
        }
      },
    ]
}

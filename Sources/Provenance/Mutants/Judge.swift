import Kernels
import Windows

/// Looks for the smallest test that catches every mistake of a gallery.
public struct Judge {
  /// Whose backward code is to be tested.
  public enum Subject: Hashable, Sendable {
    case convolution, maxPool, meanPool
  }

  /// A test: sizes, and the lines that make its data.
  public struct Verdict: Hashable, Sendable {
    /// The lines to type; the last one binds `y`.
    public let lines: [String]
    /// How many products the forward pass takes.
    public let products: Int
    /// How many mistakes it catches: all.
    public let caught: Int
  }

  /// Sizes and options of a test.
  struct Configuration: Hashable, Sendable {
    var images: Int
    var channels: Int
    var outputs: Int
    var input: Extent
    var kernel: Extent
    var stride: Int
    var padding: Extent

    /// The padding as `pad=` has it.
    var sides: Padding {
      .explicit(PaddingSides(rows: padding.rows, columns: padding.columns))
    }

    /// Multiplications, or comparisons, of a forward pass; of equals fewer pixels come first.
    func cost(_ window: SlidingWindow) -> Int {
      let products =
        images * channels * outputs * window.output.rows * window.output.columns * kernel.rows
        * kernel.columns
      return products << 16 + images * channels * input.rows * input.columns
    }
  }

  /// The seed that the data of a test start from.
  static let seed: UInt64 = 1

  let subject: Subject

  /// Makes a judge of a subject.
  public init(of subject: Subject) { self.subject = subject }

  /// Finds the test.
  ///
  /// - Returns: nil if no test of a few pixels catches everything.
  /// - Throws: `Interrupted`.
  public func smallest() throws -> Verdict? {
    let candidates = configurations.compactMap { configuration in
      // With one tap or one output in a direction, nothing would be tested in that direction.
      (try? window(of: configuration)).flatMap { window, cost in
        window.output.rows > 1 && window.output.columns > 1 ? (configuration, cost) : nil
      }
    }
    var slowest: [String] = []
    for (configuration, cost) in candidates.sorted(by: { $0.1 < $1.1 }) {
      try Interrupt.check()
      let trial = try trial(of: configuration)
      // What slipped through before is tried first.
      let mutants = trial.mutants.sorted { a, b in
        let places = [a, b].map { mutant in slowest.lastIndex(of: mutant.name) ?? -1 }
        return places[0] > places[1]
      }
      guard let slipping = try mutants.first(where: { try !isCaught($0, by: trial) }) else {
        return Verdict(
          lines: lines(for: configuration), products: cost >> 16, caught: mutants.count)
      }
      slowest.removeAll { $0 == slipping.name }
      slowest.append(slipping.name)
    }
    return nil
  }

  private func isCaught(_ mutant: Mutant, by trial: MutantTrial) throws -> Bool {
    if case .caught = try trial.outcome(of: mutant) { true } else { false }
  }

  private func window(
    of configuration: Configuration
  ) throws(WindowError) -> (window: SlidingWindow, cost: Int) {
    let window = try SlidingWindow(
      input: configuration.input, kernel: configuration.kernel,
      stride: Extent(configuration.stride), padding: configuration.sides)
    return (window, configuration.cost(window))
  }

  /// All tests of a few pixels, in no particular order.
  private var configurations: [Configuration] {
    let outputs = subject == .convolution ? 1...3 : 1...1
    var all: [Configuration] = []
    for kernel in Self.extents(2...3, 2...3) {
      // As PyTorch has it, a pool's padding is at most half of its window.
      let part = subject == .convolution ? 1 : 2
      let paddings = Self.extents(
        0...(kernel.rows - 2 + part) / part, 0...(kernel.columns - 2 + part) / part)
      for input in Self.extents(2...7, 2...7) {
        for padding in paddings {
          for stride in 1...3 {
            for (images, channels) in [(1, 1), (1, 2), (2, 1), (2, 2)] {
              for outputs in outputs {
                all.append(
                  Configuration(
                    images: images, channels: channels, outputs: outputs, input: input,
                    kernel: kernel, stride: stride, padding: padding))
              }
            }
          }
        }
      }
    }
    return all
  }

  private static func extents(_ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>) -> [Extent] {
    rows.flatMap { row in columns.map { Extent(rows: row, columns: $0) } }
  }
}

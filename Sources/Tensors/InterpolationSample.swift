/// The old place that a new one reads along one axis, and the weight of the one after it: what
/// `resize` computes with.
public struct InterpolationSample: Hashable, Sendable {
  /// The first place that is read.
  public let low: Int
  /// How much of the new value comes from the place after `low`; 0 reads `low` alone.
  public let weight: Double

  /// Works out a place.
  ///
  /// - Parameters:
  ///   - place: the new place, of `count`.
  ///   - length: how many old places there are.
  public init(_ place: Int, of count: Int, from length: Int, _ interpolation: Interpolation) {
    switch interpolation {
    case .nearest:
      let halves = (2 * UInt(place) + 1).multipliedFullWidth(by: UInt(length))
      low = Int((2 * UInt(count)).dividingFullWidth(halves).quotient)
      weight = 0
    case .bilinear:
      let centre = (Double(place) + 0.5) * Double(length) / Double(count) - 0.5
      let clamped = min(max(centre, 0), Double(length - 1))
      low = min(Int(clamped), length - 1)
      weight = low == length - 1 ? 0 : clamped - Double(low)
    }
  }

  /// The places that are read, each with its weight.
  public var parts: [(place: Int, weight: Double)] {
    weight == 0 ? [(low, 1)] : [(low, 1 - weight), (low + 1, weight)]
  }
}

import Kernels
import Windows

/// A sum of products of cells in pairs, in eight sums side by side that are joined at the end.
struct ProductSum<S: Scalar> {
  private var lanes = SIMD8<S>.zero
  private var rest: S = 0

  /// The sum.
  var total: S {
    let four = lanes.lowHalf + lanes.highHalf
    let two = four.lowHalf + four.highHalf
    return two[0] + two[1] + rest
  }

  /// Adds the products of a run's pairs.
  @inline(__always)
  mutating func add(_ run: PairedRun, _ targets: Span<S>, _ sources: Span<S>) {
    guard run.count > 0 else { return }
    let last = run.count &- 1
    precondition(
      targets.indices.contains(run.target)
        && targets.indices.contains(run.target &+ last &* run.targetStep)
        && sources.indices.contains(run.source)
        && sources.indices.contains(run.source &+ last &* run.sourceStep))
    var place = 0
    if run.targetStep == 1, run.sourceStep == 1 {
      while place &+ 8 <= run.count {
        lanes +=
          Self.eight(targets, run.target &+ place) * Self.eight(sources, run.source &+ place)
        place &+= 8
      }
    }
    while place < run.count {
      rest +=
        targets[unchecked: run.target &+ place &* run.targetStep]
        * sources[unchecked: run.source &+ place &* run.sourceStep]
      place &+= 1
    }
  }

  @inline(__always)
  private static func eight(_ cells: Span<S>, _ place: Int) -> SIMD8<S> {
    SIMD8(
      cells[unchecked: place], cells[unchecked: place &+ 1], cells[unchecked: place &+ 2],
      cells[unchecked: place &+ 3], cells[unchecked: place &+ 4], cells[unchecked: place &+ 5],
      cells[unchecked: place &+ 6], cells[unchecked: place &+ 7])
  }
}

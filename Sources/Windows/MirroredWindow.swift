/// A window that reads the outputs of another one: how a convolution's gradient reaches the pixels of
/// one or more phases.
public struct MirroredWindow: Hashable, Sendable {
  /// Which output every flipped tap reads, for each place of the phases; its stride is 1, and its
  /// padding may be negative.
  public let window: SlidingWindow
  /// The phases of rows, all with the window's number of tap rows.
  public let rowPhases: [WindowPhase]
  /// The phases of columns, all with the window's number of tap columns.
  public let columnPhases: [WindowPhase]
}

extension SlidingWindow {
  /// The windows through which gradients flow back to all pixels that some tap can reach: one if the
  /// stride is 1, at most four otherwise.
  public var mirrors: [MirroredWindow] {
    let columnMirrors = columns.mirrors
    return rows.mirrors.flatMap { rows in
      columnMirrors.map { columns in
        MirroredWindow(
          window: SlidingWindow(mirroring: rows.axis, columns.axis), rowPhases: rows.phases,
          columnPhases: columns.phases)
      }
    }
  }

  /// Whether the phases hold every pixel.
  public var mirrorsReachAllPixels: Bool {
    WindowDirection.allCases.allSatisfy { direction in
      self[direction].phases.reduce(0) { $0 + $1.places.count } == self[direction].input
    }
  }
}

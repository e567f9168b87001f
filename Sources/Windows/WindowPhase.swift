/// Pixels along one axis that the same taps read: every stride-th, from the first one on that a tap
/// can reach.
///
/// A pixel is read by a tap from one output, by the next tap of its phase from an output a fixed
/// number of places earlier, and by no other tap. So the gradient of a phase is a correlation of
/// stride 1, without a zero to multiply, however large the stride of the window.
public struct WindowPhase: Hashable, Sendable {
  /// The first of the taps, which stands for the phase.
  public let firstTap: Int
  /// From one of its taps to the next.
  public let tapStep: Int
  /// How many taps it has.
  public let taps: Int
  /// The outputs whose first tap lies on the image. Some of them may lie before the first real
  /// output or past the last: their other taps are real.
  public let places: Range<Int>
}

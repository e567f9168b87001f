/// A pixel of a pool's window to which the gradient of the window's output flows.
public struct PoolWinner: Hashable, Sendable {
  /// The tap's row in the window.
  public let tapRow: Int
  /// The tap's column in the window.
  public let tapColumn: Int
  /// The pixel's row in the image.
  public let row: Int
  /// The pixel's column in the image.
  public let column: Int
  /// By what the output's gradient is multiplied on its way to the pixel.
  public let share: Double
}

/// A key pressed, or what else can end the wait for one.
public enum Key: Hashable, Sendable {
  /// A key that types something, space included.
  case character(Character)
  /// Return.
  case enter
  /// Tab.
  case tab
  /// Backspace.
  case backspace
  /// Delete, forwards.
  case delete
  /// Escape by itself.
  case escape
  /// An arrow.
  case up, down, left, right
  /// Home or End.
  case home, end
  /// Page up or page down.
  case pageUp, pageDown
  /// Ctrl with this letter, in lower case.
  case control(Character)
  /// A key nothing is known of.
  case unknown
  /// Ctrl-C.
  case interrupt
  /// Not a key: the window has another size, or was given back after ^Z. Draw again.
  case redraw
  /// Not a key: the terminal is gone.
  case closed
}

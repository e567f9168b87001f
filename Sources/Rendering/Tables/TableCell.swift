import Text

/// One cell of a table as it is drawn.
public struct TableCell: Sendable, Hashable {
  /// What stands in the cell, without blanks around it.
  public var text: String
  /// Blanks after the text that bring its units under those of the column's other numbers.
  public var blanksAfter: Int
  /// What is said of the cell beyond its text.
  public var emphasis: Emphasis

  /// The colour behind the cell, where colour is allowed.
  public var background: PictureColor?

  /// Ways to single out a cell. Marks are characters; colour, where allowed, repeats them.
  public enum Emphasis: Sendable, Hashable {
    /// Nothing is said.
    case none
    /// The cell is linked to something else that is shown; it is drawn as `[1.5]`.
    case marked
    /// The cell is NaN or infinite, or wrong.
    case alarming
  }

  /// Makes a cell.
  public init(
    _ text: String, blanksAfter: Int = 0, emphasis: Emphasis = .none,
    background: PictureColor? = nil
  ) {
    self.text = DisplayText.escaped(text)
    self.blanksAfter = blanksAfter
    self.emphasis = emphasis
    self.background = background
  }

  /// The columns of the screen that the cell takes without its marks.
  var width: Int { DisplayText.width(text) + blanksAfter }
}

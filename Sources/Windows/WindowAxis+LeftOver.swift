extension WindowAxis {
  /// Steps of the padded image past the last window's reach: what the floor in the size formula
  /// drops.
  public var leftOver: Int { max(0, slack) }

  /// The part of `leftOver` that is image: its last rows (or columns), which no window reads.
  public var leftOverInput: Int { min(input, max(0, slack - padAfter)) }

  /// Steps by which the last window hangs over the end of the padded image; only when rounding up.
  public var overhang: Int { max(0, -slack) }

  /// What is left of the padded image after the last window, negative if it hangs over.
  private var slack: Int {
    output == 0 ? padded : padded - extent - (output - 1) * stride
  }
}

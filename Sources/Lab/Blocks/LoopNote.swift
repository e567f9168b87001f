/// Something that a loop says of a name, and says once.
struct LoopNote: Hashable {
  /// What is said, in the order in which a number that grows comes upon it.
  enum Fact: Comparable {
    /// Nothing.
    case nothing
    /// No line of the loop binds the name.
    case unbound
    /// Its number is infinite.
    case infinite
    /// It is NaN.
    case notANumber
  }

  let name: String
  let fact: Fact
}

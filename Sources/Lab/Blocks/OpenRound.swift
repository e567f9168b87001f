/// The round that a running loop is in.
struct OpenRound {
  /// The round, from 0.
  var round = 0
  /// How many there are.
  let count: Int
}

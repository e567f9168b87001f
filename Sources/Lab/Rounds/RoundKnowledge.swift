/// What a loop knows of its rounds, from one run of the loop to the next.
struct RoundKnowledge {
  /// The session's rare changes when it was found out: after another one all is found out anew.
  let rareChanges: Int
  /// The body in parts; nil where rounds run statement by statement.
  var parts: RoundParts?
  /// The routine of the middle part, once a round was noted down.
  var routine: RoundRoutine?
}

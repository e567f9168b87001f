import Language
import Provenance
import Tensors

/// Where a session can go back to: what a statement that fails, and a round that is stopped, leave as
/// it was.
struct Checkpoint {
  fileprivate let names: Names.Mark
  fileprivate let lastShown: Node?
  fileprivate let gradients: GradientPass?
  fileprivate let random: RandomSource
  fileprivate let rare: RareState
}

/// The part of a session that hardly any statement changes.
private final class RareState {
  let changes: Int
  let watches: [CallSite]
  let settings: Settings
  let wantsToQuit: Bool
  let recordingPath: String?
  let definitions: [String: DefinedVerb]
  let table: VerbTable

  init(of session: Session) {
    changes = session.rareChanges
    watches = session.watches
    settings = session.settings
    wantsToQuit = session.wantsToQuit
    recordingPath = session.transcript.path
    (definitions, table) = (session.definitions, session.table)
  }
}

extension Session {
  /// Begins a stretch that ends with `keep` or `takeBack`; it may lie in another one.
  ///
  /// - Parameter last: the checkpoint before this one, whose rare part may hold still.
  func checkpoint(after last: Checkpoint? = nil) -> Checkpoint {
    var rare = last?.rare
    if rare?.changes != rareChanges { rare = nil }
    return Checkpoint(
      names: names.begin(), lastShown: lastShown, gradients: gradients, random: random,
      rare: rare ?? RareState(of: self))
  }

  /// Ends a stretch whose changes stay.
  func keep(_ checkpoint: Checkpoint) { names.keep(checkpoint.names) }

  /// Ends a stretch and goes back to where it began.
  func takeBack(_ checkpoint: Checkpoint) {
    lastShown = checkpoint.lastShown
    gradients = checkpoint.gradients
    random = checkpoint.random
    if checkpoint.rare.changes != rareChanges { takeBack(checkpoint.rare) }
    names.takeBack(checkpoint.names)
  }

  private func takeBack(_ state: RareState) {
    watches = state.watches
    settings = state.settings
    wantsToQuit = state.wantsToQuit
    transcript.path = state.recordingPath
    (definitions, table) = (state.definitions, state.table)
  }
}

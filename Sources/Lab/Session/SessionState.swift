import Language
import Provenance
import Tensors

/// All of a session that a statement may change: what one that fails leaves as it was.
struct SessionState {
  fileprivate let nodes: [Node?]
  fileprivate let lastShown: Node?
  fileprivate let gradients: GradientPass?
  fileprivate let optimizerMemories: [String: OptimizerMemory]
  fileprivate let watches: [CallSite]
  fileprivate let random: RandomSource
  fileprivate let settings: Settings
  fileprivate let wantsToQuit: Bool
  fileprivate let recordingPath: String?
  fileprivate let definitions: [String: DefinedVerb]
  fileprivate let table: VerbTable
  fileprivate let locals: [Node?]?
}

extension Session {
  /// What would be lost if the statement that runs now fails; setting it goes back.
  var state: SessionState {
    get {
      SessionState(
        nodes: names.snapshot, lastShown: lastShown, gradients: gradients,
        optimizerMemories: optimizerMemories, watches: watches, random: random,
        settings: settings, wantsToQuit: wantsToQuit, recordingPath: transcript.path,
        definitions: definitions, table: table, locals: frame?.nodes)
    }
    set {
      names.restore(newValue.nodes)
      lastShown = newValue.lastShown
      gradients = newValue.gradients
      optimizerMemories = newValue.optimizerMemories
      watches = newValue.watches
      random = newValue.random
      settings = newValue.settings
      wantsToQuit = newValue.wantsToQuit
      transcript.path = newValue.recordingPath
      (definitions, table) = (newValue.definitions, newValue.table)
      if let locals = newValue.locals { frame?.nodes = locals }
    }
  }
}

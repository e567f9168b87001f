/// A script that was run from a line failed, and has said why.
struct ScriptStopped: Error {}

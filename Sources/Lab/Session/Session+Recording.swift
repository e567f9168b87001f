import Files
public import Language

extension Session {
  /// Starts to write the session to a file, with all that ran so far, or stops.
  ///
  /// - Parameter replaces: whether a file that the session did not write itself may go.
  func record(to path: String?, replaces: Bool) throws {
    let ended = transcript.path
    // A script that runs another later still writes to the file beside the first.
    let resolved = path.map(resolved)
    if let path, let resolved { try requireFree(resolved, named: path, replaces: replaces) }
    updateRecording()
    transcript.path = resolved
    try writeTranscript()
    if let ended, ended != resolved { remark("recording to \(ended) ended") }
    if ended == nil, path == nil { remark("nothing was being recorded") }
    if let path { remark("recording to \(path)") }
  }

  /// Writes the transcript again after an entry, and after a script.
  func updateRecording() {
    guard let path = transcript.path else { return }
    do {
      try writeTranscript()
    } catch {
      transcript.path = nil
      // No part of the recording: a replay does not write it.
      console.writeDiagnostic(
        "error: recording to \(path) ended: \(Explanation(error).message)\n")
    }
  }

  /// Keeps what scripts print from here on if one of them may record it, so that a recording has the
  /// lines before it too. Others are spared that: it draws every result a second time.
  public func prepareToRecord(_ sources: [SourceText]) {
    if sources.contains(where: \.mayRecord) { keepsScripts = true }
  }

  /// Keeps what scripts print from here on: for a prompt that follows them and may record.
  public func prepareToRecord() { keepsScripts = true }

  private func requireFree(_ resolved: String, named path: String, replaces: Bool) throws {
    guard writesRecordings, !replaces, !recordedFiles.contains(resolved),
      try AtomicFile.replacesFile(at: resolved)
    else { return }
    throw Explanation(
      "\(path) exists", role: "name",
      help: "another name, or `record \"\(path)\" replace=true`")
  }

  private func writeTranscript() throws {
    guard writesRecordings, let path = transcript.path else { return }
    try AtomicFile.write(Array(transcript.markdown.utf8), to: path)
    recordedFiles.insert(path)
  }

  /// Says something at the prompt that is no part of a recording.
  private func remark(_ text: String) {
    guard writesRecordings, mode == .prompt, !isMuted else { return }
    console.writeDiagnostic(text + "\n")
  }
}

extension SourceText {
  /// Whether it may start a recording, itself or through a script that it runs.
  fileprivate var mayRecord: Bool {
    ["record", "run"].contains { bytes.firstRange(of: Array($0.utf8)) != nil }
  }
}

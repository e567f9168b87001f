import Files

extension Session {
  /// Starts to write the session to a file, at the prompt with all that was typed so far, or stops.
  func record(to path: String?) throws {
    if !isAtPrompt { updateRecording() }
    // A script that runs another later still writes to the file beside the first.
    transcript.path = path.map(resolved)
    try writeTranscript()
  }

  /// Writes the transcript again after an entry, and after a script.
  func updateRecording() {
    guard let path = transcript.path else { return }
    do {
      try writeTranscript()
    } catch {
      transcript.path = nil
      writeDiagnostic("error: recording to \(path) ended: \(Explanation(error).message)")
    }
  }

  private func writeTranscript() throws {
    guard writesRecordings, let path = transcript.path else { return }
    try AtomicFile.write(Array(transcript.markdown.utf8), to: path)
  }
}

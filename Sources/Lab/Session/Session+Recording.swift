import Files

extension Session {
  /// Starts to write the session to a file, with all that was typed so far, or stops.
  func record(to path: String?) throws {
    transcript.path = path
    if path != nil { try writeTranscript() }
  }

  /// Writes the transcript again after an entry.
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
    guard let path = transcript.path else { return }
    try AtomicFile.write(Array(transcript.markdown.utf8), to: resolved(path))
  }
}

extension CompletionEdit {
  /// What Tab does, given what the language allows there. File names are looked up here.
  ///
  /// - Parameters:
  ///   - cursor: Its offset in bytes.
  ///   - window: The size that a listing must fit.
  init(_ completions: Completions, line: String, cursor: Int, window: WindowSize) {
    let place = Self.index(cursor, in: line)
    let start = min(Self.index(completions.start, in: line), place)
    let partial = line[start..<place]
    var candidates = completions.words.map { word in
      Candidate(label: word.text, typed: word.text, ending: word.ending)
    }
    if completions.offersFiles { candidates += FileNames.candidates(for: partial) }
    self.init(candidates, partial: partial, following: line[place...], window: window)
  }

  private static func index(_ offset: Int, in line: String) -> String.Index {
    let bounded = max(0, min(offset, line.utf8.count))
    let index = line.utf8.index(line.utf8.startIndex, offsetBy: bounded)
    return index.samePosition(in: line.unicodeScalars) ?? line.startIndex
  }
}

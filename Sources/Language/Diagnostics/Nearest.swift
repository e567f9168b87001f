/// The nearest of a list of words, for "did you mean".
public enum Nearest {
  /// The candidate that is most likely meant, or nil if none is near.
  ///
  /// Near is a third of the word's length in insertions, deletions, replacements and swaps of
  /// neighbours (at least one), letter case aside; or a candidate that begins with the word.
  /// Of candidates equally near the one that comes first in the alphabet is taken. A word that
  /// another library has for one of them is that one.
  ///
  /// - Complexity: the product of the lengths for each candidate of similar length.
  public static func match(_ word: String, among candidates: some Sequence<String>) -> String? {
    let candidates = Set(candidates)
    if let meant = Idiom.meanings[word.lowercased()]?.first(where: candidates.contains) {
      return meant
    }
    let letters = Array(word.lowercased().unicodeScalars.prefix(maximumLength + 1))
    guard !letters.isEmpty, letters.count <= maximumLength else { return nil }
    let reach = max(1, letters.count / 3)
    var best: (distance: Int, candidate: String)?
    for candidate in candidates where candidate != word {
      let other = Array(candidate.lowercased().unicodeScalars.prefix(maximumLength + 1))
      var distance = reach + 1
      if abs(other.count - letters.count) <= reach {
        distance = editDistance(letters, other)
      }
      if distance > reach, letters.count >= 3, other.starts(with: letters) { distance = reach }
      // A word of one or two letters is near anything; only a swap or a letter case counts.
      guard distance <= reach, distance < letters.count else { continue }
      if let found = best, (found.distance, found.candidate) <= (distance, candidate) { continue }
      best = (distance, candidate)
    }
    return best?.candidate
  }

  /// Longer words are not compared.
  private static let maximumLength = 64

  /// The optimal string alignment distance (Damerau 1964, each substring edited once).
  static func editDistance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for row in first.indices {
      var current = [row + 1]
      current.reserveCapacity(second.count + 1)
      for column in second.indices {
        let replaced = last[column] + (first[row] == second[column] ? 0 : 1)
        var cost = min(replaced, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[second.count]
  }
}

/// Parses the part of Python's literals that npy headers are made of, and nothing more: one dictionary
/// of `descr`, `fortran_order` and `shape`, in any order, each once.
struct NpyHeaderParser {
  /// The three entries as they stand.
  struct Entries {
    var descr = ""
    var fortranOrder = false
    var shape: [Int] = []
  }

  private let text: ArraySlice<UInt8>
  private var place: Int

  init(_ text: ArraySlice<UInt8>) {
    self.text = text
    place = text.startIndex
  }

  /// Parses the whole header.
  mutating func dictionary() throws(FileError.Cause) -> Entries {
    var entries = Entries()
    var due: Set = ["descr", "fortran_order", "shape"]
    try expect("{")
    while !take("}") {
      let start = place
      let key = try string("a key")
      guard due.remove(key) != nil else { throw unexpected("another key", at: start) }
      try expect(":")
      switch key {
      case "descr": entries.descr = try elementType()
      case "fortran_order": entries.fortranOrder = try boolean()
      default: entries.shape = try tuple()
      }
      if !take(",") {
        try expect("}")
        break
      }
    }
    if let key = due.min() { throw unexpected("the key '\(key)'", at: place) }
    skipBlanks()
    guard place == text.endIndex else { throw unexpected("the end", at: place) }
    return entries
  }

  /// A text; a list or tuple describes records.
  private mutating func elementType() throws(FileError.Cause) -> String {
    skipBlanks()
    if take("[") || take("(") { throw .npyRecords }
    return try string("a type")
  }

  private mutating func boolean() throws(FileError.Cause) -> Bool {
    skipBlanks()
    let start = place
    if takeWord("True") { return true }
    if takeWord("False") { return false }
    throw unexpected("True or False", at: start)
  }

  private mutating func tuple() throws(FileError.Cause) -> [Int] {
    var lengths: [Int] = []
    try expect("(")
    while !take(")") {
      lengths.append(try length())
      // Python 2 marked long numbers so.
      _ = takeWord("L")
      if !take(",") {
        // `(3)` is a number in Python, not a tuple; NumPy refuses it as well.
        guard lengths.count != 1 else { throw unexpected("','", at: place) }
        try expect(")")
        break
      }
    }
    return lengths
  }

  private mutating func length() throws(FileError.Cause) -> Int {
    skipBlanks()
    let start = place
    var value = 0
    while place < text.endIndex, case let digit = text[place] &- UInt8(ascii: "0"), digit < 10 {
      let (tens, tooLong) = value.multipliedReportingOverflow(by: 10)
      let (sum, tooLarge) = tens.addingReportingOverflow(Int(digit))
      if tooLong || tooLarge { throw unexpected("a length below 2^63", at: start) }
      value = sum
      place += 1
    }
    guard place > start else { throw unexpected("a length", at: start) }
    return value
  }

  /// A text in quotes of either kind. Escapes have no place in these headers.
  private mutating func string(_ what: String) throws(FileError.Cause) -> String {
    skipBlanks()
    let start = place
    guard place < text.endIndex, [UInt8(ascii: "'"), UInt8(ascii: "\"")].contains(text[place])
    else {
      throw unexpected("\(what) in quotes", at: start)
    }
    let quote = text[place]
    guard let end = text[(place + 1)...].firstIndex(of: quote) else {
      throw unexpected("a closing quote", at: text.endIndex)
    }
    let content = text[(place + 1)..<end]
    guard content.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }) else {
      throw unexpected("\(what) of plain letters", at: start)
    }
    place = end + 1
    return String(decoding: content, as: UTF8.self)
  }

  private mutating func expect(_ sign: Unicode.Scalar) throws(FileError.Cause) {
    if !take(sign) { throw unexpected("'\(sign)'", at: place) }
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard place < text.endIndex, text[place] == UInt8(ascii: sign) else { return false }
    place += 1
    return true
  }

  private mutating func takeWord(_ word: String) -> Bool {
    guard text[place...].starts(with: word.utf8) else { return false }
    place += word.utf8.count
    return true
  }

  private mutating func skipBlanks() {
    while place < text.endIndex, [0x20, 0x09, 0x0A, 0x0D].contains(text[place]) { place += 1 }
  }

  private func unexpected(_ due: String, at place: Int) -> FileError.Cause {
    .npyHeader(expected: due, at: place - text.startIndex)
  }
}

import Language
import Testing

@testable import Lab

/// What every verb's declaration has to have: help, completion and the README are made of it.
@Suite struct VerbDeclarationTests {
  static let names = VerbSet.all.table.names

  /// These do something to the world outside the session: they have tests of their own.
  private static let withoutExamples = [
    "load", "save", "run", "record", "pause", "clear", "history", "quit", "compare",
  ]

  @Test(arguments: names)
  func `a verb has a summary of one line that fits beside its name`(_ name: String) throws {
    let verb = try #require(VerbSet.all.table[name])
    #expect(!verb.summary.isEmpty)
    #expect(verb.summary.count <= 80)
    #expect(!verb.summary.hasSuffix("."))
  }

  @Test(arguments: names)
  func `a verb has examples`(_ name: String) throws {
    let verb = try #require(VerbSet.all.table[name])
    #expect(
      verb.examples.isEmpty == Self.withoutExamples.contains(name))
  }

  @Test(arguments: names)
  func `every operand and every option has a summary`(_ name: String) throws {
    let verb = try #require(VerbSet.all.table[name])
    for operand in verb.operands { #expect(!operand.summary.isEmpty, "\(operand.name)") }
    for option in verb.options { #expect(!option.summary.isEmpty, "\(option.name)") }
  }

  @Test(arguments: names)
  func `roles are told apart, so that a caret points at one operand`(_ name: String) throws {
    let verb = try #require(VerbSet.all.table[name])
    let roles = verb.operands.map(\.role) + verb.options.map(\.name)
    #expect(Set(roles).count == roles.count)
  }

  @Test(arguments: names)
  func `a default is one of the option's words, or reads as its kind`(_ name: String) throws {
    let verb = try #require(VerbSet.all.table[name])
    for option in verb.options {
      guard let text = option.defaultText, !option.words.isEmpty else { continue }
      #expect(option.words.contains(text) || Int(text) != nil, "\(option.name)=\(text)")
    }
  }

  @Test func `no two verbs have one name`() {
    #expect(Set(Self.names).count == Self.names.count)
  }

  @Test(arguments: names)
  func `a page of help keeps to 80 columns`(_ name: String) {
    let page = Sitting().typing("help \(name)")
    for line in page.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
  }
}

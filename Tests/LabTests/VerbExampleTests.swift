import Foundation
import Language
import Testing

@testable import Lab

/// The examples of `help`: each runs in a session of its own, as at an 80-column terminal.
///
/// With `PATCHWORK_EXAMPLES=print` in the environment what they print now is printed, to be judged
/// by eye and then written into the verb's file.
@Suite struct VerbExampleTests {
  /// An example and the page of help it is on.
  struct Page: CustomTestStringConvertible, Sendable {
    let title: String
    let example: VerbExample
    var testDescription: String { "\(title): \(example.input)" }
  }

  static let pages =
    Verb.all.flatMap { verb in
      verb.signature.examples.map { Page(title: verb.signature.name, example: $0) }
    }
    + StatementHelp.all.flatMap { statement in
      statement.examples.map { Page(title: statement.keyword.rawValue, example: $0) }
    }
    + LanguageHelp.examples.map { Page(title: "language", example: $0) }

  @Test("An example prints what help says it prints", arguments: pages)
  func prints(_ page: Page) {
    let printed = Sitting().typing(page.example.input)
    if ProcessInfo.processInfo.environment["PATCHWORK_EXAMPLES"] == "print" {
      print("=== \(page.title)\n> \(page.example.input)\n\(printed)\n===")
    }
    #expect(printed == page.example.output)
  }
}

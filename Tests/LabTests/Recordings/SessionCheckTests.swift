import TestFolders
import Testing

@testable import Lab

/// Recorded sessions replayed: what is compared, what is said, and what an update changes.
@Suite struct SessionCheckTests {
  private func check(_ text: String) -> SessionCheck.Report {
    SessionCheck(text, name: "lesson.md", folder: nil).run()
  }

  @Test func `blocks share one session, and prose and other code are not looked at`() {
    let text = """
      # A lesson
      > x = 5
      ```patchwork
      > x = 2
      x: scalar f64  2
      ```
      Then:
      ```swift
      > x = 7
      ```
      ```patchwork
      > x + 1
      3

      > # a remark

      > show [
      >   1 2
      > ]
      0  1
      ----
      1  2
      ```
      """
    let report = check(text)
    #expect(report.lines == [])
    #expect(report.differences == 0)
    #expect(report.entries == 4)
    #expect(report.updated == text)
  }

  @Test func `a difference is shown with its place`() {
    let report = check(
      """
      ```patchwork
      > 1 + 1
      2

      > a = 1; 2 + 2
      5
      > say "x"
      x
      ```

      """)
    #expect(report.differences == 1)
    #expect(report.entries == 3)
    #expect(
      report.lines.joined(separator: "\n") == """
        lesson.md:5: this printed something else than recorded
          > a = 1; 2 + 2
        @@ -6,1 +6,1 @@
        -5
        +4
        """)
  }

  @Test func `an update changes what differs and nothing else`() {
    let report = check(
      """
      Prose, kept.\t
      ```patchwork
      a remark before the first entry
      > time 3
      3
      time: [..]

      > 1 + 1
      3


      > say ">"
      x
      ```
      more
      """)
    #expect(
      report.updated == """
        Prose, kept.\t
        ```patchwork
        a remark before the first entry
        > time 3
        3
        time: [..]

        > 1 + 1
        2


        > say ">"
        \\>
        ```
        more
        """)
    #expect(check(report.updated).differences == 0)
  }

  @Test func `lines may end as on Windows`() {
    let text = "# A\r\n\r\n```patchwork\r\n> 1 + 1\r\n2\r\n> 2\r\n3\r\n```\r\n"
    let report = check(text)
    #expect(report.entries == 2)
    #expect(report.updated == "# A\r\n\r\n```patchwork\r\n> 1 + 1\r\n2\r\n> 2\r\n2\r\n```\r\n")
  }

  @Test(arguments: [
    ("````markdown\n```patchwork\n> 1\n2\n```\n````\n", 0), ("~~~patchwork\n> 1\n1\n~~~\n", 1),
    ("```patchwork\n> 1\n1\n", 1), ("``` patchwork session\n> 1\n1\n```\n", 1), ("", 0),
    ("```patchwork\n```\n", 0), ("```patch\n> 1\n2\n```\n", 0), ("    ```patchwork\n> 1\n", 0),
  ])
  func `fences are read as in Markdown`(_ text: String, _ entries: Int) {
    #expect(check(text).entries == entries)
    #expect(check(text).differences == 0)
    #expect(check(text).updated == text)
  }

  @Test func `a replayed record writes no file`() throws {
    let folder = try TemporaryFolder()
    let report = SessionCheck(
      "```patchwork\n> record \"lesson.md\"\n> 1\n1\n> record\n> 2\n2\n```\n", name: "lesson.md",
      folder: folder.path
    ).run()
    #expect(report.differences == 0)
    #expect(try folder.names() == [])
  }

  @Test(arguments: [
    ("", nil), ("> 1\n", nil), ("```swift\n```\n", nil), ("```patchwork\n1 + 1\n2\n```\n", 2),
    ("a\n```patchwork\n```\n\n```patchwork\n> 1\n```\n", 3),
  ])
  func `the report knows where the first block is`(_ text: String, _ line: Int?) {
    #expect(check(text).firstBlock == line)
  }

  @Test func `history knows what was replayed before`() {
    #expect(check("```patchwork\n> 1 + 1\n2\n> history\n1 + 1\nhistory\n```\n").lines == [])
  }

  @Test func `relative names start at the file's folder`() throws {
    let folder = try TemporaryFolder()
    try folder.write("1 2", to: "data.csv")
    let report = SessionCheck(
      "```patchwork\n> load \"data.csv\"\n  | 0  1\n--+-----\n0 | 1  2\n```\n", name: "x.md",
      folder: folder.path
    ).run()
    #expect(report.lines == [])
  }
}

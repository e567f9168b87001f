import Tensors
import Testing

@testable import Rendering

@Suite struct ExportTests {
  static func document() throws -> TableDocument {
    var document = try Table.document(
      of: TableTests.matrix([[0, -1.0 / 3], [.nan, 0.7]]),
      TableRequest(
        name: "y_1",
        headers: TableHeaders(rowTitle: "a|b", columnTitle: "<c>", row: { "r\($0)" }),
        marks: { $0 == [1, 1] }), RenderContext())
    document.tables[0].caption = "y_1 & {more}:"
    document.notes = ["hidden: 50% of <y>"]
    return document
  }

  @Test func `Markdown`() throws {
    #expect(
      try Self.document().markdown == #"""
        **y\_1 &amp; {more}:**

        | a\|b \\ &lt;c> |    0 |            1 |
        | -------------: | ---: | -----------: |
        |         **r0** |    0 |      -0.3333 |
        |         **r1** |  NaN | **[0.7000]** |

        hidden: 50% of &lt;y>

        """#)
  }

  @Test func `LaTeX`() throws {
    #expect(
      try Self.document().latex == #"""
        \noindent\textbf{y\_1 \& \{more\}:}\\[2pt]
        \begin{tabular}{r|rr}
          a\textbar{}b \textbackslash{} \textless{}c\textgreater{} & 0 & 1 \\
          \hline
          r0 & 0 & $-0.3333$ \\
          r1 & NaN & \fbox{0.7000} \\
        \end{tabular}

        hidden: 50\% of \textless{}y\textgreater{}

        """#)
  }

  @Test func `LaTeX has dots where cells were left out`() throws {
    let latex = try Table.document(
      of: TableTests.counting([100, 100]), TableRequest(name: "y"),
      .terminal(width: 24, height: 10)
    ).latex
    #expect(latex.contains("$\\vdots$ & $\\vdots$ &"))
    #expect(latex.contains("$\\ddots$"))
    #expect(latex.contains("& $\\cdots$ &"))
  }

  @Test func `HTML`() throws {
    let html = try Self.document().html(title: "a<b")
    #expect(html.hasPrefix("<!DOCTYPE html>\n"))
    #expect(html.contains("<title>a&lt;b</title>"))
    let table = html.split(separator: "<div>\n")[1].split(separator: "</body>")[0]
    #expect(
      table == """
        <table>
        <caption>y_1 &amp; {more}:</caption>
        <thead>
        <tr><th>a|b \\ &lt;c&gt;</th><th scope="col">0</th><th scope="col">1</th></tr>
        </thead>
        <tbody>
        <tr><th scope="row">r0</th><td>0</td><td>-0.3333</td></tr>
        <tr><th scope="row">r1</th><td class="alarming">NaN</td><td class="marked">0.7000</td></tr>
        </tbody>
        </table>
        </div>
        <p>hidden: 50% of &lt;y&gt;</p>

        """)
  }

  @Test func `SVG`() throws {
    let document = try Table.document(
      of: TableTests.matrix([[1, -2]]), TableRequest(name: "y"), RenderContext())
    #expect(
      document.svg() == """
        <svg xmlns="http://www.w3.org/2000/svg" width="108" height="64" \
        viewBox="0 0 108 64" font-family="ui-monospace, monospace" font-size="14">
        <rect width="100%" height="100%" fill="#fff"/>
        <text x="54" y="26.5" textLength="8.4" fill="#666">0</text>
        <text x="87.6" y="26.5" textLength="8.4" fill="#666">1</text>
        <path d="M12 32H96" stroke="#999"/>
        <text x="12" y="46.5" textLength="8.4" fill="#666">0</text>
        <text x="54" y="46.5" textLength="8.4">1</text>
        <text x="79.2" y="46.5" textLength="16.8">-2</text>
        <path d="M33 12V52" stroke="#999"/>
        </svg>

        """)
    let svg = try Self.document().svg()
    #expect(svg.contains("y_1 &amp; {more}:"))
    #expect(svg.contains("fill=\"#c00\">NaN</text>"))
    #expect(svg.hasSuffix("</svg>\n"))
  }

  @Test func `slices stand side by side in a drawing, and further down where it ends`() throws {
    let document = try Table.document(
      of: TableTests.counting([2, 2, 2]), TableRequest(name: "y"), RenderContext())
    func starts(_ columns: Int) -> [Substring] {
      document.svg(columns: columns).split(separator: "\n").filter { $0.contains(">y[") }
    }
    #expect(starts(80).map { $0.contains("y=\"26.5\"") } == [true, true])
    #expect(starts(10).map { $0.contains("y=\"26.5\"") } == [true, false])
  }

  @Test(arguments: [
    ("a.md", TableFormat.markdown), ("a.b.TEX", .latex), ("dir.x/a.html", .html), ("a.svg", .svg),
    ("a.png", nil), ("md", nil), ("a.", nil),
  ])
  func `the format is told by the name's ending`(_ path: String, _ format: TableFormat?) throws {
    #expect(TableFormat(path: path) == format)
    if let format { #expect(try Self.document().text(as: format, title: "t").hasSuffix("\n")) }
  }
}

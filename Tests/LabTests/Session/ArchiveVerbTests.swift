import Foundation
import TestFolders
import Testing

@testable import Lab

/// `load` and `save` of files that hold several values, and what is said of files that are damaged.
@Suite struct ArchiveVerbTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func sitting(_ lines: String...) -> Sitting {
    let sitting = Sitting(width: nil)
    sitting.session.folder = folder.path
    for line in lines { sitting.session.runEntry(line) }
    _ = sitting.printed()
    return sitting
  }

  /// A sitting in whose folder `both.npz` holds a and b.
  private func sittingWithBoth() -> Sitting {
    sitting("a = [1 2]", "b = [3 4 5]", "save a b \"both.npz\"", "drop a b")
  }

  private func said(of line: String, in sitting: Sitting) -> String {
    sitting.typing(line).replacingOccurrences(of: folder.path + "/", with: "")
  }

  @Test func `alone on a line, load binds the names of an npz file and says so`() {
    #expect(
      sittingWithBoth().typing("load \"both.npz\"") == """
        a: 2 f64  [1, 2]  mean 1.5
        b: 3 f64  [3, 5]  mean 4
        """)
  }

  @Test func `a semicolon silences what load binds`() {
    let sitting = sittingWithBoth()
    #expect(sitting.typing("load \"both.npz\";") == "")
    #expect(sitting.typing("expect b == [3 4 5]") == "")
  }

  @Test func `a script says what load binds: nobody wrote the names down`() {
    let sitting = sittingWithBoth()
    #expect(
      sitting.running("load \"both.npz\"\nsum b", in: folder.path) == """
        a: 2 f64  [1, 2]  mean 1.5
        b: 3 f64  [3, 5]  mean 4
        12
        """)
  }

  @Test func `what a failing statement bound is gone`() {
    let sitting = sittingWithBoth()
    #expect(sitting.typing("expect fails load \"both.npz\"").contains("it did not"))
    #expect(sitting.typing("vars") == "")
  }

  @Test func `one value is picked by its name, or taken when it is the only one`() {
    let sitting = sittingWithBoth()
    #expect(sitting.typing("x = load \"both.npz\" name=\"b\"") == "x: 3 f64  [3, 5]  mean 4")
    #expect(
      sitting.typing("load \"both.npz\" name=\"a\"") == """
        0  1
        ----
        1  2
        """)
    #expect(
      sitting.typing("save x \"one.npz\"; y = load \"one.npz\"") == "y: 3 f64  [3, 5]  mean 4")
    #expect(sitting.typing("sum (load \"one.npz\")") == "12")
  }

  @Test func `values without a name are numbered as NumPy does`() {
    let sitting = sitting("a = [1 2]", "save a (a * 2) \"c.npz\"")
    #expect(
      sitting.typing("load \"c.npz\"") == """
        a: 2 f64  [1, 2]  mean 1.5
        arr_1: 2 f64  [2, 4]  mean 3
        """)
  }

  @Test func `several values are saved as tables side by side`() throws {
    let sitting = sitting("a = [1 2]", "save a (a * 2) \"t.md\"")
    #expect(sitting.printed() == "")
    let text = try folder.text(of: "t.md")
    #expect(text.contains("a:") && text.contains("2):"))
  }

  @Test(arguments: [
    (
      "x = load \"both.npz\"",
      """
      1:10: error: both.npz: it holds 2 values, "a", "b", where one is due
          1 | x = load "both.npz"
            |          ^
         help: name="a" takes one; load "both.npz" alone on a line binds them all
      """
    ),
    (
      "x = load \"both.npz\" name=\"bb\"",
      """
      1:26: error: both.npz: there is no "bb" in it; it holds "a", "b"
          1 | x = load "both.npz" name="bb"
            |                          ^
         help: did you mean "b"?
      """
    ),
    (
      "x = load \"plain.csv\" name=\"a\"",
      """
      1:27: error: plain.csv: the file's one value has no name
          1 | x = load "plain.csv" name="a"
            |                           ^
      """
    ),
    (
      "save m m \"x.npz\"",
      """
      1:10: error: x.npz: in "m": a second array of this name
          1 | save m m "x.npz"
            |          ^
      """
    ),
    (
      "save m (m + 1) \"x.npy\"",
      """
      1:16: error: x.npy: 2 arrays do not fit in one npy file
          1 | save m (m + 1) "x.npy"
            |                ^
         help: .npz holds several
      """
    ),
    (
      "save m \"x.npz\" m",
      """
      1:16: error: `save` takes nothing behind its operand file
          1 | save m "x.npz" m
            |                ^ operand 3
         help: save x … "file"
      """
    ),
    (
      "save m m",
      """
      1:1: error: `save` lacks its operand file
          1 | save m m
            | ^
         help: save x … "file"
      """
    ),
    (
      "save m m.npz",
      """
      1:8: error: `save` takes a file name in double quotes as its operand file, not `m.npz`
          1 | save m m.npz
            |        ^
         help: write "m.npz"
      """
    ),
  ])
  func `what cannot be loaded or saved`(_ line: String, _ expected: String) throws {
    let sitting = sittingWithBoth()
    sitting.session.runEntry("m = [1 2; 3 4];")
    try folder.write("1,2", to: "plain.csv")
    _ = sitting.printed()
    #expect(said(of: line, in: sitting) == expected)
  }

  /// MNIST's format: two zero bytes, type 8, so many lengths, the cells.
  private static func idx(_ lengths: [UInt8], cells: Int) -> Data {
    var bytes: [UInt8] = [0, 0, 8, UInt8(lengths.count)]
    for length in lengths { bytes += [0, 0, 0, length] }
    return Data(bytes + (0..<cells).map { UInt8($0 % 10) })
  }

  @Test func `MNIST's format is read, and what is cut off is counted`() throws {
    let sitting = sitting()
    try Self.idx([5], cells: 5).write(to: URL(filePath: "\(folder.path)/labels"))
    try Self.idx([6, 2, 2], cells: 24).write(to: URL(filePath: "\(folder.path)/images"))
    try Self.idx([6, 2, 2], cells: 20).write(to: URL(filePath: "\(folder.path)/cut"))
    #expect(sitting.typing("y = load \"labels\"") == "y: 5 f64  [0, 4]  mean 2")
    #expect(sitting.typing("x = load \"images\"") == "x: 6x2x2 f64  [0, 9]  mean 4")
    #expect(
      said(of: "load \"cut\"", in: sitting) == """
        1:6: error: cut: cut short: idx data of 24 bytes, 20 there
            1 | load "cut"
              |      ^
        """)
    #expect(
      sitting.typing("shuffle x y") == """
        1:11: error: 6x2x2 and 5 differ in their first length
            1 | shuffle x y
              |           ^ 5
        """)
  }

  @Test func `a file that is compressed twice, or cut short`() throws {
    // gzip.compress(gzip.compress(b'1,2\n')), mtime 0
    let twice = Data(base64Encoded: "H4sIAAAAAAACA5Pv5mAAASZm4yuGj5gYjJ0UQ1mAfACrB5BMGAAAAA==")
    try #require(twice).write(to: URL(filePath: "\(folder.path)/twice.gz"))
    try #require(twice).dropLast(12).write(to: URL(filePath: "\(folder.path)/cut.gz"))
    let sitting = sitting()
    #expect(
      said(of: "load \"twice.gz\"", in: sitting) == """
        1:6: error: twice.gz: compressed twice with gzip
            1 | load "twice.gz"
              |      ^
           help: gunzip takes one layer off
        """)
    #expect(
      said(of: "load \"cut.gz\"", in: sitting) == """
        1:6: error: cut.gz: the gzip file ends too early
            1 | load "cut.gz"
              |      ^
        """)
  }

  private static let odd = """
    UEsDBC0AAAAIAAAAIQC719vX//////////8IABQAbWVhbi5ucHkBABAAiAAAAAAAAABJAAAAAAAAAJvsF+obEMnI\
    UMZQrZ6SWpxcpG6loG6TZqGuo6Cell9UUpSYF59flJIKEndLzClOBYoXZyQWpAL5GoY6mjoKtQoUAC4GMPhgDwBQ\
    SwMELQAAAAgAAAAhAKta3QP//////////wUAFAB3Lm5weQEAEACIAAAAAAAAAEgAAAAAAAAAm+wX6hsQychQxlCt\
    npJanFykbqWgbpNmoa6joJ6WX1RSlJgXn1+UkgoSd0vMKU4FihdnJBakAvkahjqaOgq1ChQALgYIcAAAUEsBAi0D\
    LQAAAAgAAAAhALvX29dJAAAAiAAAAAgAAAAAAAAAAAAAAIABAAAAAG1lYW4ubnB5UEsBAi0DLQAAAAgAAAAhAKta\
    3QNIAAAAiAAAAAUAAAAAAAAAAAAAAIABgwAAAHcubnB5UEsFBgAAAAACAAIAaQAAAAIBAAAAAA==
    """

  private static let mean = """
    UEsDBC0AAAAIAAAAIQC719vX//////////8IABQAbWVhbi5ucHkBABAAiAAAAAAAAABJAAAAAAAAAJvsF+obEMnI\
    UMZQrZ6SWpxcpG6loG6TZqGuo6Cell9UUpSYF59flJIKEndLzClOBYoXZyQWpAL5GoY6mjoKtQoUAC4GMPhgDwBQ\
    SwECLQMtAAAACAAAACEAu9fb10kAAACIAAAACAAAAAAAAAAAAAAAgAEAAAAAbWVhbi5ucHlQSwUGAAAAAAEAAQA2\
    AAAAgwAAAAAA
    """

  private static let partly = """
    UEsDBBQAAAAIAAAAIQCUmM4kxQAAABgBAAAJAAAAd29yZHMubnB5pYs7C8JAEIRzPhDE2jrdRQgBO7GxECwMJiJYWEi4\
    JCcKebG5CEEFG1HhrLL+Xk3MT/ArlpnZmcJaL5YbohyVE/V56gEdq/RsU12luxgEsMiJwedVPGNByss83bOEl14b6gNd\
    vaj/0L223i+lRvajLExyw/Fi4EaYBeLAAFiOsucA9+IoFZB5AguU7V8TZSfy60qBpnLDKXHxjivUTGKSG+6bsu2LPOHV\
    pGGP8Pmov01JzmhZ1vxT8jvmRKD73KIkDFkpjS9QSwMEFAAAAAgAAAAhAKta3QNIAAAAiAAAAAUAAAB3Lm5weZvsF+ob\
    EMnIUMZQrZ6SWpxcpG6loG6TZqGuo6Cell9UUpSYF59flJIKEndLzClOBYoXZyQWpAL5GoY6mjoKtQoUAC4GCHAAAFBL\
    AQIUAxQAAAAIAAAAIQCUmM4kxQAAABgBAAAJAAAAAAAAAAAAAACAAQAAAAB3b3Jkcy5ucHlQSwECFAMUAAAACAAAACEA\
    q1rdA0gAAACIAAAABQAAAAAAAAAAAAAAgAHsAAAAdy5ucHlQSwUGAAAAAAIAAgBqAAAAVwEAAAAA
    """

  @Test func `a value that cannot be read is told, the others are bound`() throws {
    // numpy.savez(words=['a'] as objects, w=[2.0])
    try #require(Data(base64Encoded: Self.partly))
      .write(to: URL(filePath: "\(folder.path)/partly.npz"))
    let sitting = sitting()
    let refusal = "partly.npz: in \"words.npy\": npy cells that are Python objects are not read"
    #expect(
      said(of: "load \"partly.npz\"", in: sitting) == """
        note: \(refusal); not bound
        w: 1 f64  all 2
        """)
    #expect(sitting.typing("x = load \"partly.npz\" name=\"w\"") == "x: 1 f64  all 2")
    #expect(
      said(of: "x = load \"partly.npz\" name=\"words\"", in: sitting) == """
        1:10: error: \(refusal)
            1 | x = load "partly.npz" name="words"
              |          ^
           help: numpy.save writes an array of numbers so that it can be read
        """)
    #expect(
      said(of: "x = load \"partly.npz\"", in: sitting) == """
        1:10: error: \(refusal)
            1 | x = load "partly.npz"
              |          ^
           help: name="w" takes a value that can be read
        """)
  }

  @Test func `names that cannot be bound are told, the others bound`() throws {
    // numpy.savez(mean=[1.0], w=[2.0]), and mean alone
    try #require(Data(base64Encoded: Self.odd)).write(to: URL(filePath: "\(folder.path)/odd.npz"))
    try #require(Data(base64Encoded: Self.mean)).write(to: URL(filePath: "\(folder.path)/mean.npz"))
    let sitting = sitting()
    #expect(
      sitting.typing("load \"odd.npz\"") == """
        note: "mean" cannot name a value here, so not bound; x = load "odd.npz" name="mean"
        w: 1 f64  all 2
        """)
    #expect(
      sitting.typing("load \"mean.npz\"") == """
        1:6: error: mean.npz: "mean" cannot name a value here
            1 | load "mean.npz"
              |      ^
           help: x = load "mean.npz" name="mean"
        """)
  }
}

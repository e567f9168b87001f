import Foundation
import TestFolders
import Testing

@testable import Lab

/// `load` and `save`, in a folder that relative names start at.
@Suite struct FileVerbTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func sitting(_ lines: String...) -> Sitting {
    // Wide enough for the folder's name, which is taken out of what is printed.
    let sitting = Sitting(width: 500)
    sitting.session.folder = folder.path
    for line in lines { sitting.session.runEntry(line) }
    _ = sitting.printed()
    return sitting
  }

  /// What a line prints, with the folder's name taken out.
  private func said(of line: String) -> String {
    sitting("m = [1 2; 3 4]", "v = [1 2 3]").typing(line)
      .replacingOccurrences(of: folder.path + "/", with: "")
  }

  @Test(arguments: ["a.npy", "a.csv", "a.pgm", "a.png", "A.NPY"])
  func `what is saved is loaded again`(_ name: String) {
    let sitting = sitting("x = [0 1; 1 0]", "save x \"\(name)\"", "y = load \"\(name)\"")
    #expect(sitting.typing("expect (reshape y 2x2) == x") == "")
  }

  @Test(arguments: [
    ("t.md", "|"), ("t.tex", "\\begin{tabular}"), ("t.html", "<!DOCTYPE html>"), ("t.svg", "<svg"),
  ])
  func `a table is saved as it is shown`(_ name: String, _ part: String) throws {
    let sitting = sitting("x = reshape (arange 300) 3x100")
    #expect(sitting.typing("save x \"\(name)\"") == "")
    let text = try folder.text(of: name)
    #expect(text.contains(part))
    #expect(text.contains("299"))
  }

  @Test func `a value takes the session's type from a picture and keeps an array's own`() throws {
    let sitting = sitting("save (f32 [0 1]) \"a.npy\"", "save [[0, 1]] \"a.pgm\"")
    #expect(sitting.typing("a = load \"a.npy\"").hasPrefix("a: 2 f32"))
    #expect(sitting.typing("p = load \"a.pgm\"").hasPrefix("p: 1x1x1x2 f64"))
    #expect(sitting.typing("set dtype f32; p = load \"a.pgm\"").hasPrefix("p: 1x1x1x2 f32"))
  }

  @Test func `a lazy value is saved`() {
    let sitting = sitting("save (im2col (reshape (arange 9) 3x3) 2x2) \"m.npy\"")
    #expect(sitting.typing("expect (sum (load \"m.npy\")) == 64") == "")
  }

  @Test func `what fails writes nothing`() throws {
    _ = said(of: "save m \"none/a.npy\"")
    _ = said(of: "save missing \"a.npy\"")
    _ = said(of: "save (reshape (arange 5) 5x1x1) \"a.png\"")
    #expect(try folder.names() == [])
  }

  @Test(arguments: [
    (
      "load \"dat.csv\"",
      """
      1:6: error: dat.csv: no such file
          1 | load "dat.csv"
            |      ^
         help: did you mean "data.csv"?
      """
    ),
    (
      "load \"nowhere/at/all.npy\"",
      """
      1:6: error: nowhere/at/all.npy: no such file
          1 | load "nowhere/at/all.npy"
            |      ^
      """
    ),
    (
      "load \"folder\"",
      """
      1:6: error: folder: a folder, not a file
          1 | load "folder"
            |      ^
      """
    ),
    (
      "load \"empty.csv\"",
      """
      1:6: error: empty.csv: the file is empty
          1 | load "empty.csv"
            |      ^
      """
    ),
    (
      "load \"blob.bin\"",
      """
      1:6: error: blob.bin: content of no known kind: it starts with "\\x00\\x01\\x02binar"
          1 | load "blob.bin"
            |      ^
         help: npy, npz, png, pgm, ppm, csv, text and idx are read
      """
    ),
    (
      "load \"folder/bad.pgm\"",
      """
      1:6: error: folder/bad.pgm: a width is due at byte 3
          1 | load "folder/bad.pgm"
            |      ^
      """
    ),
    (
      "load \"words.csv\"",
      """
      1:6: error: words.csv: line 1, column 1: "a" is not a number
          1 | load "words.csv"
            |      ^
         help: a # in front makes a comment of the heading
      """
    ),
    (
      "load \"\"",
      """
      1:6: error: : not a usable file name
          1 | load ""
            |      ^
      """
    ),
    (
      "save m \"out.xyz\"",
      """
      1:8: error: out.xyz: the ending .xyz does not say how to write it
          1 | save m "out.xyz"
            |        ^
         help: the endings are .npy, .npz, .csv, .png, .pgm and .ppm; as a table .md .tex .html .svg
      """
    ),
    (
      "save m \"nofolder/out.npy\"",
      """
      1:8: error: nofolder/out.npy: there is no folder nofolder
          1 | save m "nofolder/out.npy"
            |        ^
      """
    ),
    (
      "save v \"out.png\"",
      """
      1:8: error: out.png: 3 does not fit in a png file
          1 | save v "out.png"
            |        ^
         help: png holds HxW, CxHxW or 1xCxHxW of one channel or three; .npy holds any
      """
    ),
    (
      "run \"fail.pw\"",
      """
      1:5: error: fail.pw: no such file
          1 | run "fail.pw"
            |     ^
         help: did you mean "fails.pw"?
      """
    ),
    (
      "run \"fails.pw\"",
      """
      fails.pw:2:9: error: unknown name `zz`
          2 | y = m + zz
            |         ^
      """
    ),
    (
      "run \"fails.pw\" a=\"text\"",
      """
      1:18: error: `a` takes a value, not text
          1 | run "fails.pw" a="text"
            |                  ^
      """
    ),
    (
      "record \"nofolder/x.md\"",
      """
      1:8: error: nofolder/x.md: there is no folder nofolder
          1 | record "nofolder/x.md"
            |        ^
      """
    ),
  ])
  func `a file that is not right`(_ line: String, _ expected: String) throws {
    try folder.write("1,2,3", to: "data.csv")
    try folder.write("", to: "empty.csv")
    try folder.write("\0\u{1}\u{2}binary", to: "blob.bin")
    try folder.write("P5 not", to: "folder/bad.pgm")
    try folder.write("a,b\n1,2", to: "words.csv")
    try folder.write("x = 1\ny = m + zz\n", to: "fails.pw")
    #expect(said(of: line) == expected)
  }
}

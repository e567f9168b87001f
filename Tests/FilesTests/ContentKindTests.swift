import Testing

@testable import Files

/// What a file is, told by its content.
@Suite struct ContentKindTests {
  static let foreign: [([UInt8], String)] = [
    (bytes("ffd8ffe0"), "a JPEG picture"), (Array("GIF89a".utf8), "a GIF picture"),
    (bytes("49492a00"), "a TIFF picture"), (bytes("4d4d002a"), "a TIFF picture"),
    (Array("BM".utf8) + [0, 0], "a BMP picture"),
    (Array("RIFF".utf8), "a RIFF file, perhaps a WebP picture"),
    (Array("%PDF-1.4".utf8), "a PDF document"), (bytes("89484446"), "an HDF5 file"),
    (Array("MATLAB 5.0 MAT-file".utf8), "a MATLAB file"), (bytes("7f454c46"), "a program"),
    (Array("BZh9".utf8), "a bzip2 file"), (bytes("fd377a585a"), "an xz file"),
    (bytes("28b52ffd"), "a zstd file"), (bytes("fffe3100"), "text in UTF-16"),
    (bytes("feff0031"), "text in UTF-16"),
  ]

  @Test("known kinds that are not read are named", arguments: foreign)
  func named(_ file: [UInt8], _ name: String) {
    #expect(refusal(file) == "\(name), which is not read")
    #expect(
      FileError.Cause.foreignContent(name).help
        == "npy, npz, png, pgm, ppm, csv, text and idx are read")
  }

  @Test func `bytes of no known kind are shown escaped`() {
    #expect(
      refusal([0x1B, 0x5B, 0x32, 0x4A, 0, 0x5C, 0xFF, 0x07, 0x41])
        == #"content of no known kind: it starts with "\x1B[2J\x00\\\xFF\x07""#)
  }

  @Test func `words are text that has no numbers`() {
    #expect(refusal(Array("hello world".utf8)) == "line 1, column 1: \"hello\" is not a number")
  }
}

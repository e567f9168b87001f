import Kernels
import Testing

@testable import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What errors and notes say, whole; those that only a file can cause stand in the formats' own tests.
@Suite struct ErrorTextTests {
  static let texts: [(FileError.Cause, String)] = [
    (.missing, "no such file"),
    (.missingFolder("a\u{7}"), "there is no folder a\\x07"),
    (.directory, "a folder, not a file"),
    (.notRegular(.pipe), "a pipe, not an ordinary file"),
    (.notRegular(.socket), "a socket, not an ordinary file"),
    (.notRegular(.other), "something else, not an ordinary file"),
    (.denied, "permission denied"),
    (.unusablePath, "not a usable file name"),
    (.linksInCircle, "symbolic links that lead in a circle"),
    (.system(.read, EIO), "read failed: Input/output error"),
    (.noMemory, "not enough memory"),
    (.tooLarge(bytes: 10, limit: 9), "10 bytes, more than the memory budget of 9 bytes"),
    (.inflatesTooFar(limit: 9), "inflates to more than the memory budget of 9 bytes"),
    (
      .overBudget([2, 3], .f32, bytes: 24, limit: 9),
      "2x3 f32 needs 24 bytes, more than the memory budget of 9 bytes"
    ),
    (
      .tooManyPixels(width: 4, height: 3, limit: 9),
      "3x4 pixels, more than the 9 that the memory budget has room for"
    ),
    (.png("a\u{1B}"), "the png picture is damaged: a\\x1b"),
    (.zip(.severalParts), "an archive in several parts, which is not read"),
    (.zip(.directory), "the archive's directory is damaged"),
    (.zip(.place), "not where the archive's directory says"),
    (.repeatedMember, "a second array of this name"),
    (.noNumbers, "there is no number in the file"),
    (.unknownEnding(""), "the name has no ending that says how to write it"),
    (.unknownEnding("jp\u{8}g"), "the ending .jp\\x08g does not say how to write it"),
    (.shape([], .png), "a number does not fit in a png file"),
    (.shape([2, 3, 4], .csv), "2x3x4 does not fit in a csv file"),
    (.notShowable(index: [0, 2, 1]), "the cell at [0, 2, 1] is not a number"),
    (.severalArrays(2, .csv), "2 arrays do not fit in one csv file"),
    (.memberName("a\u{1}"), "an npz file cannot hold the name \"a\\x01\""),
    (.tooLargeForFormat(.npz), "more than an npz file can hold"),
  ]

  @Test("texts", arguments: texts)
  func text(_ cause: FileError.Cause, _ text: String) {
    #expect(FileError("dir/x", cause).description == "dir/x: \(text)")
  }

  static let helps: [(FileError.Cause, String?)] = [
    (.missing, nil),
    (.unknownContent([0]), "npy, npz, png, pgm, ppm, csv, text and idx are read"),
    (.npyObjects, "numpy.save writes an array of numbers so that it can be read"),
    (
      .member("a", .npyRecords), "numpy.save writes an array of numbers so that it can be read"
    ),
    (
      .notANumber("a", line: 1, column: 1, heading: true),
      "a # in front makes a comment of the heading"
    ),
    (.notANumber("a", line: 1, column: 1, heading: false), nil),
    (.shape([2, 2, 2], .csv), "a slice of two dimensions fits in csv: x[0, 0]; .npy holds any"),
    (.shape([3, 4, 5], .pgm), "pgm holds HxW, 1xHxW or 1x1xHxW; .ppm holds three channels"),
    (.shape([4, 5], .ppm), "ppm holds 3xHxW or 1x3xHxW; .pgm holds one channel"),
    (
      .shape([2, 4, 5], .png),
      "png holds HxW, CxHxW or 1xCxHxW of one channel or three; .npy holds any"
    ),
    (.severalArrays(2, .npy), ".npz holds several"),
  ]

  @Test("helps", arguments: helps)
  func help(_ cause: FileError.Cause, _ help: String?) {
    #expect(FileError("x", cause).help == help)
  }

  static let notes: [(FileNote, String)] = [
    (.transparencyLeftOut, "the picture's transparency is left out"),
    (.rounded(count: 1), "1 whole number beyond 2^53 is rounded"),
    (.overflowed(count: 1), "1 number beyond the type's range became infinite"),
    (.overflowed(count: 2), "2 numbers beyond the type's range became infinite"),
    (.clamped(count: 1), "1 cell outside 0 to 1 is written as 0 or 1"),
  ]

  @Test("notes", arguments: notes)
  func note(_ note: FileNote, _ text: String) {
    #expect(note.description == text)
  }
}

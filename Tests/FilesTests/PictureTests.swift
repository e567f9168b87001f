import Kernels
import Tensors
import TestFolders
import Testing

@testable import Files

/// PNG, PGM and PPM pictures.
@Suite struct PictureTests {
  @Test("every kind of PNG decodes to its samples", arguments: PictureFixture.all)
  func decodes(_ fixture: PictureFixture) throws {
    let content = try decoded(fixture.bytes)
    let tensor = try #require(content.tensor)
    #expect(tensor.shape.lengths == [1, fixture.colorChannels, fixture.height, fixture.width])
    #expect(tensor.array == fixture.cells)
    #expect(content.format == .png)
    #expect(content.notes == (fixture.hasTransparency ? [.transparencyLeftOut] : []))
  }

  @Test func `the photograph of the samples decodes to Pillow's sum of samples`() throws {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let content = try FileReader.read("/\(root)/samples/camera.png")
    let tensor = try #require(content.tensor)
    #expect(tensor.shape.lengths == [1, 1, 256, 256])
    #expect(tensor.array.reduce(0) { $0 + ($1 * 255).rounded() } == 8_488_858)
    #expect(content.notes == [])
  }

  @Test func `pictures come in the session's type`() throws {
    let fixture = PictureFixture(type: 2, depth: 8)
    let tensor = try array(fixture.bytes, .f32)
    #expect(tensor.elementType == .f32)
    #expect(tensor.array == fixture.cells.map { Double(Float($0 * 255) / 255) })
  }

  @Test func `a PNG of more pixels than the budget is refused before it is decoded`() {
    let fixture = PictureFixture(type: 0, depth: 8)
    #expect(throws: FileError.Cause.tooManyPixels(width: 5, height: 4, limit: 19)) {
      try PNGFile.read(fixture.bytes[...], .f64, limit: 159)
    }
  }

  @Test func `a small PNG cannot ask for gigabytes`() {
    var fixture = PictureFixture(type: 0, depth: 8)
    fixture.height = 1
    var file = fixture.bytes
    let head = bigEndian(UInt32(20000)) + bigEndian(UInt32(20000)) + [8, 0, 0, 0, 0]
    file.replaceSubrange(8..<33, with: PictureFixture.chunk("IHDR", head))
    #expect(refusal(file) == "the png file ends too early")
  }

  @Test func `a damaged PNG is told in libpng's words`() {
    var file = PictureFixture(type: 0, depth: 8).bytes
    file[20] ^= 1
    #expect(refusal(file) == "the png picture is damaged: IHDR: CRC error")
  }

  static let portables: [(String, [UInt8], [Int], [Double])] = [
    (
      "P2\n# a comment\n3 2 # another\n4\n0 1 2\n3 4 4\n", [], [1, 1, 2, 3],
      [0, 0.25, 0.5, 0.75, 1, 1]
    ),
    ("P2 1 1 65535 65535", [], [1, 1, 1, 1], [1]),
    ("P3\n1 2\n10\n1 2 3 4 5 10", [], [1, 3, 2, 1], [0.1, 0.4, 0.2, 0.5, 0.3, 1]),
    ("P5\n2 2\n255\n", [0, 51, 255, 102], [1, 1, 2, 2], [0, 0.2, 1, 0.4]),
    ("P5 2 1 65535\n", [0x33, 0x33, 0xFF, 0xFF], [1, 1, 1, 2], [0.2, 1]),
    ("P5 2 1 255\n", [255, 0, 0x0A], [1, 1, 1, 2], [1, 0]),
    ("P6 2 1 255 ", [255, 51, 102, 0, 255, 153], [1, 3, 1, 2], [1, 0, 0.2, 1, 0.4, 0.6]),
    ("P6 1 1 1000 ", [3, 232, 0, 0, 0, 100], [1, 3, 1, 1], [1, 0, 0.1]),
  ]

  @Test("grey and colour maps, as text and as bytes", arguments: portables)
  func portable(_ head: String, _ samples: [UInt8], _ shape: [Int], _ cells: [Double]) throws {
    let content = try decoded(Array(head.utf8) + samples)
    #expect(content.tensor?.shape.lengths == shape)
    #expect(content.tensor?.array == cells)
    #expect(content.format == (shape[1] == 1 ? .pgm : .ppm))
  }

  static let refusals: [(String, String)] = [
    ("P1 1 1 1", "a PBM picture, which is not read"),
    ("P4 1 1 1", "a PBM picture, which is not read"),
    ("P7\nWIDTH 1", "a PAM picture, which is not read"),
    ("P5", "the pgm file ends too early"),
    ("P6 1", "the ppm file ends too early"),
    ("P5 x", "a width is due at byte 3"),
    ("P5 0 1 255 ", "a width is due at byte 3"),
    ("P5 2 -1 255 ", "a height is due at byte 5"),
    ("P5 1 99999999999 255 ", "a height is due at byte 5"),
    ("P5 1 1 65536 ", "a maximum from 1 to 65535 is due at byte 7"),
    ("P5 1 1 0 ", "a maximum from 1 to 65535 is due at byte 7"),
    ("P5 1 1 255", "the pgm file ends too early"),
    ("P5 1 1 255x", "a blank is due at byte 10"),
    ("P5 2 2 255 abc", "cut short: pgm data of 4 bytes, 3 there"),
    ("P5 1 1 255 abc", "too long: pgm data of 1 byte, 3 there"),
    ("P5 2 1 100 ae", "sample 1 is 101, more than the picture's maximum of 100"),
    ("P2 2 1 9 1 10", "sample 1 is 10, more than the picture's maximum of 9"),
    ("P2 2 1 9 1", "the pgm file ends too early"),
    ("P2 2 1 9 1 x", "a number is due at byte 11"),
    ("P2 2 1 9 1 2 3", "the end is due at byte 13"),
    ("P2 2000 1000 9 1 2 3", "cut short: pgm data of 4000000 bytes, 8 there"),
    (
      "P5 2147483647 2147483647 255 ",
      "1x1x2147483647x2147483647 is more cells than can be addressed"
    ),
  ]

  @Test("what is refused, and why", arguments: refusals)
  func refused(_ file: String, _ text: String) {
    #expect(refusal(Array(file.utf8)) == text)
  }

  @Test func `a map of more pixels than the budget is refused`() {
    #expect(throws: FileError.Cause.tooManyPixels(width: 40, height: 50, limit: 41)) {
      try PortableFile.read(Array("P6 40 50 255 ".utf8)[...], kind: 6, .f64, limit: 1000)
    }
  }

  @Test(
    "pictures come back as they were written", arguments: ["png", "pgm", "ppm"],
    [[4, 5], [1, 4, 5], [3, 4, 5], [1, 1, 4, 5], [1, 3, 4, 5]])
  func roundTrip(_ ending: String, _ lengths: [Int]) throws {
    let folder = try TemporaryFolder()
    let channels = lengths.count > 2 ? lengths[lengths.count - 3] : 1
    let path = folder.file("picture.\(ending)")
    var next = 0.0
    let tensor = try Tensor(Shape(lengths), .f64) {
      next += 1
      return next / 255
    }
    if ending == "pgm" && channels == 3 || ending == "ppm" && channels == 1 {
      let format: FileFormat = ending == "pgm" ? .pgm : .ppm
      #expect(throws: FileError(path, .shape(lengths, format))) {
        try FileWriter.write(tensor, to: path)
      }
      #expect(try folder.names() == [])
      return
    }
    #expect(try FileWriter.write(tensor, to: path) == [])
    let back = try #require(try FileReader.read(path).tensor)
    #expect(back.shape.lengths == [1, channels, 4, 5])
    #expect(back.array == tensor.array)
  }

  @Test func `16-bit pictures are encoded as they decode`() throws {
    let samples: [UInt8] = [0x12, 0x34, 0xFF, 0xFF, 0, 1]
    let picture = PictureSamples(
      width: 3, height: 1, channels: 1, maximum: 0xFFFF, bytes: samples[...])
    let back = try PNGFile.read(PNGFile.bytes(of: picture)[...], .f64, limit: 1000).picture
    #expect(back.maximum == 0xFFFF)
    #expect(Array(back.bytes) == samples)
  }

  @Test func `cells outside 0 to 1 are clamped and counted, halves go up`() throws {
    let cells = [-0.1, 0, 1, 1.5, .infinity, -.infinity, 0.5, -0.0]
    let (picture, clamped) = try PictureSamples.encode(Tensor(cells, Shape([2, 4])), for: .png)
    #expect(Array(picture.bytes) == [0, 0, 255, 255, 255, 0, 128, 0])
    #expect(clamped == 4)
    #expect(
      FileNote.clamped(count: 4).description == "4 cells outside 0 to 1 are written as 0 or 1")
  }

  @Test func `a cell that is not a number is refused by its index`() throws {
    var tensor = try Tensor(Shape([1, 3, 2, 2]), .f64)
    try tensor.set([0, 2, 1, 0], to: .nan)
    #expect(throws: FileError.Cause.notShowable(index: [0, 2, 1, 0])) {
      try PictureSamples.encode(tensor, for: .png)
    }
  }

  @Test(
    "shapes that are no picture",
    arguments: [
      [], [3], [2, 4, 5], [4, 4, 5], [2, 3, 4, 5], [1, 1, 1, 4, 5], [0, 5], [3, 0, 4],
    ])
  func notPictures(_ lengths: [Int]) throws {
    let tensor = try Tensor(Shape(lengths), .f64)
    #expect(throws: FileError.Cause.shape(lengths, .png)) {
      try PictureSamples.encode(tensor, for: .png)
    }
  }
}

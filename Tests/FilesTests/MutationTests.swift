import Kernels
import Tensors
import Testing

@testable import Files

/// Damaged files: every one gives a result or a documented error, never a trap.
@Suite struct MutationTests {
  static let fixtures: [(name: String, bytes: [UInt8])] = [
    ("npy", npy(header("<f8", "(2, 3)"), [UInt8](repeating: 0x40, count: 48))),
    ("npy fortran", npy(header(">i2", "(2, 3)", fortran: true), version: 2, Array(0..<12))),
    ("npz", ArchiveTests.compressed),
    ("npz stored", ArchiveTests.zip(name: "a.npy", ArchiveTests.small)),
    ("png grey", PictureFixture(type: 0, depth: 4, interlaced: true).bytes),
    ("png palette", PictureFixture(type: 3, depth: 2, transparent: true).bytes),
    ("png 16", PictureFixture(type: 6, depth: 16).bytes),
    ("pgm", Array("P5\n# x\n3 2\n255\n".utf8) + [0, 50, 100, 150, 200, 250]),
    ("ppm text", Array("P3\n2 1\n300\n1 2 300\n4 5 6\n".utf8)),
    ("idx", [0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6]),
    ("idx gz", ArchiveTests.gzip([0, 0, 11, 1, 0, 0, 0, 2, 1, 2, 3, 4])),
    ("gz", ArchiveTests.gzipped),
    ("csv", Array("# x\n1,-2.5e3\nnan,inf\n".utf8)),
    ("text", Array("1 2\n\n3 4\n".utf8)),
  ]

  static let names = fixtures.map(\.name)

  private static func fixture(_ name: String) -> [UInt8] {
    fixtures.first { $0.name == name }?.bytes ?? []
  }

  /// Decodes, and makes sure that what comes is what it says it is.
  private static func survives(_ bytes: [UInt8]) -> Bool {
    do throws(FileError) {
      let content = try decoded(bytes, bytes.count % 2 == 0 ? .f32 : .f64)
      return content.arrays.allSatisfy { $0.tensor.array.count == $0.tensor.shape.count }
    } catch {
      let text = error.description + (error.help ?? "")
      return error.cause != .interrupted && !text.unicodeScalars.contains { $0.value < 0x20 }
    }
  }

  @Test("the fixtures themselves are good", arguments: names)
  func good(_ name: String) {
    #expect(throws: Never.self) { try decoded(Self.fixture(name)) }
  }

  @Test("every truncation", arguments: names)
  func truncations(_ name: String) {
    let file = Self.fixture(name)
    for count in 0..<file.count {
      #expect(Self.survives(Array(file.prefix(count))), "the first \(count) bytes")
    }
  }

  @Test("a binary file cut short is never taken for whole", arguments: names)
  func cutShort(_ name: String) {
    if name == "csv" || name == "text" || name == "ppm text" { return }
    let file = Self.fixture(name)
    for count in 0..<file.count {
      #expect(throws: FileError.self, "the first \(count) bytes") {
        try decoded(Array(file.prefix(count)))
      }
    }
  }

  @Test("every flip of one bit, and every byte inverted, zeroed or filled", arguments: names)
  func flips(_ name: String) {
    var file = Self.fixture(name)
    for place in file.indices {
      let byte = file[place]
      for changed in (0..<8).map({ byte ^ 1 << $0 }) + [~byte, 0, 0xFF] {
        file[place] = changed
        #expect(Self.survives(file), "byte \(place) is \(changed)")
      }
      file[place] = byte
    }
  }

  @Test("20,000 random mutations", arguments: names)
  func random(_ name: String) {
    let file = Self.fixture(name)
    var random = Xorshift(
      state: name.utf8.reduce(88_172_645_463_325_252) { $0 &* 31 &+ UInt64($1) })
    for round in 0..<(20_000 / Self.names.count + 1) {
      var mutated = file
      for _ in 0...Int.random(in: 0..<6, using: &random) {
        let place = mutated.isEmpty ? 0 : Int.random(in: 0..<mutated.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: mutated.insert(.random(in: 0...255, using: &random), at: place)
        case 1 where !mutated.isEmpty: mutated.remove(at: place)
        case 2: mutated.insert(contentsOf: mutated[place...].prefix(9), at: place)
        case 3: mutated.removeLast(Int.random(in: 0...min(9, mutated.count), using: &random))
        case _ where !mutated.isEmpty: mutated[place] = .random(in: 0...255, using: &random)
        default: break
        }
      }
      #expect(Self.survives(mutated), "round \(round)")
    }
  }

  /// The same numbers in every run (G. Marsaglia, "Xorshift RNGs", 2003).
  struct Xorshift: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }
}

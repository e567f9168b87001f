import Foundation
import Kernels
import Tensors
import Testing

@testable import Files

/// The data set that ships, against figures that NumPy computed from its origin.
@Suite struct DigitsTests {
  /// The folder of samples, from where this file stands.
  private static let samples = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "samples")

  private static func arrays() throws -> [String: Tensor] {
    let content = try FileReader.read(samples.appending(path: "digits.npz").path)
    return Dictionary(uniqueKeysWithValues: content.arrays.map { ($0.name ?? "", $0.tensor) })
  }

  @Test func `the digits are 1,797 images of 8x8 from 0 to 1 in sixteenths`() throws {
    let images = try #require(try Self.arrays()["images"])
    let cells = images.array
    #expect(images.shape.description == "1797x1x8x8")
    #expect(images.elementType == .f32)
    #expect(cells.reduce(0, +) == 35107.375)
    #expect(cells.filter { $0 == 0 }.count == 56272)
    #expect(cells.filter { $0 == 1 }.count == 10456)
    #expect(cells.allSatisfy { (0...1).contains($0) && $0 * 16 == ($0 * 16).rounded() })
    #expect(cells[8..<16].map { $0 * 16 } == [0, 0, 13, 15, 10, 15, 5, 0])
  }

  @Test func `every digit has as many images and as much ink as in the origin`() throws {
    let arrays = try Self.arrays()
    let labels = try #require(arrays["labels"]).array
    let cells = try #require(arrays["images"]).array
    let places = (0..<10).map { digit in labels.indices.filter { labels[$0] == Double(digit) } }
    #expect(labels.count == 1797)
    #expect(places.map(\.count) == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180])
    #expect(
      places.map { $0.reduce(0.0) { $0 + cells[$1 * 64..<$1 * 64 + 64].reduce(0, +) } } == [
        3525.9375, 3562.9375, 3472.875, 3509.4375, 3514.9375, 3494.6875, 3521, 3393.0625, 3588,
        3524.5,
      ])
    #expect(Array(labels.prefix(10)) == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    #expect(Array(labels.suffix(5)) == [9, 0, 8, 9, 8])
  }
}

import Kernels
import Tensors
import Testing

@testable import Files

/// The bytes that hexadecimal digits spell; blanks between them are skipped.
func bytes(_ digits: String) -> [UInt8] {
  let values = digits.compactMap(\.hexDigitValue)
  return stride(from: 0, to: values.count - 1, by: 2).map {
    UInt8(values[$0] << 4 | values[$0 + 1])
  }
}

func littleEndian<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
  (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
}

func bigEndian<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
  littleEndian(number).reversed()
}

/// An npy file of any header.
func npy(_ header: String, version: UInt8 = 1, _ data: [UInt8] = []) -> [UInt8] {
  let length =
    version == 1 ? littleEndian(UInt16(header.utf8.count)) : littleEndian(UInt32(header.utf8.count))
  return [0x93] + Array("NUMPY".utf8) + [version, 0] + length + Array(header.utf8) + data
}

/// An npy file's header as NumPy writes it.
func header(_ type: String, _ shape: String, fortran: Bool = false) -> String {
  "{'descr': '\(type)', 'fortran_order': \(fortran ? "True" : "False"), 'shape': \(shape), }\n"
}

/// Decodes bytes of a file called `x`.
func decoded(_ bytes: [UInt8], _ type: ElementType = .f64) throws(FileError) -> FileContent {
  try FileReader.decode(bytes, path: "x", elementType: type)
}

/// The one array of a file called `x`.
func array(_ bytes: [UInt8], _ type: ElementType = .f64) throws -> Tensor {
  try #require(try decoded(bytes, type).tensor)
}

/// The text of the error that decoding gives, without the path, and its help.
func refusal(_ bytes: [UInt8]) -> String {
  do throws(FileError) {
    _ = try decoded(bytes)
    return "no error"
  } catch {
    return error.cause.text
  }
}

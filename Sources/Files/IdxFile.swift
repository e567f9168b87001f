import Kernels
import Tensors

/// The format of MNIST's files: two zero bytes, a type, the number of dimensions, their lengths as
/// big-endian 32-bit numbers, the cells.
///
/// Format: Y. LeCun, C. Cortes, C. Burges, "The MNIST database of handwritten digits".
enum IdxFile {
  /// Whether a file's first bytes are those of such a file.
  static func recognizes(_ bytes: ArraySlice<UInt8>) -> Bool {
    var reader = ByteReader(bytes)
    guard reader.byte() == 0, reader.byte() == 0, let type = reader.byte() else { return false }
    return (0x08...0x0E).contains(type) && reader.left > 0
  }

  /// Reads an array; numbers that the session's type holds exactly come in that type, others in f64,
  /// floats in their own.
  static func read(
    _ bytes: ArraySlice<UInt8>, _ elementType: ElementType
  ) throws(FileError.Cause) -> Tensor {
    var reader = ByteReader(bytes.dropFirst(2))
    guard let type = reader.byte(), let rank = reader.byte() else { throw .endsEarly(.idx) }
    let format = try format(type)
    var lengths: [Int] = []
    for _ in 0..<rank {
      guard let length = reader.bigEndian(UInt32.self) else { throw .endsEarly(.idx) }
      lengths.append(Int(length))
    }
    let shape = try Allocation.shape(lengths)
    let expected = try Allocation.bytes(shape, size: format.size)
    guard reader.left >= expected else {
      throw .truncated(.idx, expected: expected, found: reader.left)
    }
    guard reader.left == expected else {
      throw .surplus(.idx, expected: expected, found: reader.left)
    }
    let isExact = format.kind != .float && format.exactType == .f32
    let tensor = try Allocation.tensor(shape, isExact ? elementType : format.exactType)
    _ = try CellDecoder.decode(bytes[reader.place...], format, into: tensor)
    return tensor
  }

  private static func format(_ type: UInt8) throws(FileError.Cause) -> CellFormat {
    switch type {
    case 0x08: CellFormat(kind: .unsigned, size: 1, isBigEndian: true)
    case 0x09: CellFormat(kind: .signed, size: 1, isBigEndian: true)
    case 0x0B: CellFormat(kind: .signed, size: 2, isBigEndian: true)
    case 0x0C: CellFormat(kind: .signed, size: 4, isBigEndian: true)
    case 0x0D: CellFormat(kind: .float, size: 4, isBigEndian: true)
    case 0x0E: CellFormat(kind: .float, size: 8, isBigEndian: true)
    default: throw .idxElementType(type)
    }
  }
}

import Kernels
import Tensors

/// NumPy's format for one array, versions 1, 2 and 3.
enum NpyFile {
  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  /// Reads an array: floats keep their type, whole numbers and truth values become f64.
  ///
  /// - Parameter bytes: the whole file; what its header declares must be there, and no byte more.
  static func read(
    _ bytes: ArraySlice<UInt8>
  ) throws(FileError.Cause) -> (tensor: Tensor, notes: [FileNote]) {
    let text = try headerText(bytes)
    let header = try NpyHeader(bytes[text])
    let shape = try Allocation.shape(header.lengths)
    let data = bytes[text.upperBound...]
    let expected = try Allocation.bytes(shape, size: header.format.size)
    guard data.count >= expected else {
      throw .truncated(.npy, expected: expected, found: data.count)
    }
    guard data.count == expected else {
      throw .surplus(.npy, expected: expected, found: data.count)
    }
    // In Fortran's order the block is that of the transposed array.
    let stored = header.isFortranOrder ? try Allocation.shape(header.lengths.reversed()) : shape
    let type = header.format.kind == .float ? header.format.exactType : .f64
    let tensor = try Allocation.tensor(stored, type)
    let rounded = try CellDecoder.decode(data, header.format, into: tensor)
    return (
      header.isFortranOrder ? try reversed(tensor) : tensor,
      rounded > 0 ? [.rounded(count: rounded)] : []
    )
  }

  /// Where the header's text lies, after the magic, two bytes of version and the header's length.
  private static func headerText(
    _ bytes: ArraySlice<UInt8>
  ) throws(FileError.Cause) -> Range<Int> {
    var reader = ByteReader(bytes.dropFirst(magic.count))
    guard let major = reader.byte(), let minor = reader.byte() else { throw .endsEarly(.npy) }
    guard (1...3).contains(major), minor == 0 else {
      throw .npyVersion(major: major, minor: minor)
    }
    let length =
      major == 1
      ? reader.littleEndian(UInt16.self).map(Int.init)
      : reader.littleEndian(UInt32.self).map(Int.init)
    guard let length else { throw .endsEarly(.npy) }
    guard length <= NpyHeader.longest else { throw .npyHeaderLength(length) }
    guard length <= bytes.endIndex - reader.place else { throw .endsEarly(.npy) }
    return reader.place..<reader.place + length
  }

  private static func reversed(_ tensor: Tensor) throws(FileError.Cause) -> Tensor {
    let axes = Array((0..<tensor.shape.rank).reversed())
    do throws(TensorError) {
      return try tensor.permuted(axes).contiguous()
    } catch {
      throw Allocation.cause(error, tensor.shape.lengths)
    }
  }
}

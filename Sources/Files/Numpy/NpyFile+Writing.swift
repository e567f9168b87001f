import Kernels
import Tensors

extension NpyFile {
  /// Writes an array: version 1.0, C order, the tensor's own type.
  static func bytes(of tensor: Tensor) throws(FileError.Cause) -> [UInt8] {
    let lengths = tensor.shape.lengths.map { "\($0)," }.joined(separator: " ")
    // Python's tuples of one have the comma, the others do without.
    let tuple = tensor.shape.rank == 1 ? lengths : String(lengths.dropLast())
    let type = tensor.elementType == .f32 ? "<f4" : "<f8"
    var header = "{'descr': '\(type)', 'fortran_order': False, 'shape': (\(tuple)), }"
    // The cells start at a multiple of 64 bytes.
    let used = magic.count + 4 + header.utf8.count + 1
    header += String(repeating: " ", count: (64 - used % 64) % 64) + "\n"
    let length = header.utf8.count
    var bytes = magic + [1, 0, UInt8(length & 0xFF), UInt8(length >> 8)] + Array(header.utf8)
    bytes.reserveCapacity(bytes.count + tensor.shape.count * tensor.elementType.byteCount)
    try append(tensor, to: &bytes)
    return bytes
  }

  private static func append(_ tensor: Tensor, to bytes: inout [UInt8]) throws(FileError.Cause) {
    let block: Tensor
    do throws(TensorError) {
      block = try tensor.contiguous()
    } catch {
      throw Allocation.cause(error, tensor.shape.lengths)
    }
    let first = block.cells.offset
    var place = 0
    while place < block.shape.count {
      try Interruption.check()
      let range = first + place..<first + min(block.shape.count, place + (1 << 18))
      switch block.elementType {
      case .f32: append(range, of: block.cells.storage, &bytes) { (cell: Float) in cell.bitPattern }
      case .f64:
        append(range, of: block.cells.storage, &bytes) { (cell: Double) in cell.bitPattern }
      }
      place += range.count
    }
  }

  private static func append<Cell: Scalar, Bits: FixedWidthInteger>(
    _ range: Range<Int>, of storage: Storage, _ bytes: inout [UInt8], _ bits: (Cell) -> Bits
  ) {
    storage.withSpan(of: Cell.self) { cells in
      for place in range {
        withUnsafeBytes(of: bits(cells[place]).littleEndian) { bytes.append(contentsOf: $0) }
      }
    }
  }
}

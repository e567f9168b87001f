import Kernels
import Tensors

/// Turns the bytes of a file's cells into a tensor's.
struct CellDecoder {
  /// Cells between two looks at the interrupt flag.
  private static let step = 1 << 18

  private let bytes: ArraySlice<UInt8>
  private let format: CellFormat
  private let storage: Storage
  /// How many whole numbers were too large to be exact in f64.
  private(set) var rounded = 0

  /// Decodes as many cells as the tensor has, in the order of its block.
  ///
  /// - Parameter bytes: exactly the bytes of the cells.
  /// - Returns: how many numbers had to be rounded.
  static func decode(
    _ bytes: ArraySlice<UInt8>, _ format: CellFormat, into tensor: Tensor
  ) throws(FileError.Cause) -> Int {
    var decoder = CellDecoder(bytes: bytes, format: format, storage: tensor.cells.storage)
    try decoder.decode(count: tensor.shape.count)
    return decoder.rounded
  }

  private init(bytes: ArraySlice<UInt8>, format: CellFormat, storage: Storage) {
    self.bytes = bytes
    self.format = format
    self.storage = storage
  }

  private mutating func decode(count: Int) throws(FileError.Cause) {
    var start = 0
    while start < count {
      try Interruption.check()
      let range = start..<min(count, start + Self.step)
      switch storage.elementType {
      case .f32: decode(range, as: Float.self)
      case .f64: decode(range, as: Double.self)
      }
      start = range.upperBound
    }
  }

  private mutating func decode<Cell: Scalar>(_ range: Range<Int>, as cell: Cell.Type) {
    switch (format.kind, format.size) {
    case (.float, 4): copy(range, cell) { Cell(Float(bitPattern: $0)) }
    case (.float, _): copy(range, cell) { Cell(Double(bitPattern: $0)) }
    case (.boolean, _): copy(range, cell) { (stored: UInt8) in stored == 0 ? 0 : 1 }
    case (.unsigned, 1): copy(range, cell) { (stored: UInt8) in Cell(stored) }
    case (.unsigned, 2): copy(range, cell) { (stored: UInt16) in Cell(stored) }
    case (.unsigned, 4): copy(range, cell) { (stored: UInt32) in Cell(stored) }
    case (.unsigned, _): copyCounting(range, cell, UInt64.self)
    case (.signed, 1): copy(range, cell) { (stored: UInt8) in Cell(Int8(bitPattern: stored)) }
    case (.signed, 2): copy(range, cell) { (stored: UInt16) in Cell(Int16(bitPattern: stored)) }
    case (.signed, 4): copy(range, cell) { (stored: UInt32) in Cell(Int32(bitPattern: stored)) }
    case (.signed, _): copyCounting(range, cell, Int64.self)
    }
  }

  private func copy<Stored: FixedWidthInteger & BitwiseCopyable, Cell: Scalar>(
    _ range: Range<Int>, _ cell: Cell.Type, _ convert: (Stored) -> Cell
  ) {
    storage.withMutableSpan(of: cell) { cells in
      let stored = bytes.span.bytes
      for place in range {
        let offset = place * MemoryLayout<Stored>.size
        let raw = stored.unsafeLoadUnaligned(fromByteOffset: offset, as: Stored.self)
        cells[place] = convert(
          format.isBigEndian ? Stored(bigEndian: raw) : Stored(littleEndian: raw))
      }
    }
  }

  /// Copies whole numbers of 64 bits and counts those that f64 cannot hold.
  private mutating func copyCounting<Whole: FixedWidthInteger & BitwiseCopyable, Cell: Scalar>(
    _ range: Range<Int>, _ cell: Cell.Type, _: Whole.Type
  ) {
    var count = 0
    copy(range, cell) { (stored: Whole) in
      if Double(exactly: stored) == nil { count += 1 }
      return Cell(stored)
    }
    rounded += count
  }
}

import Kernels
import Tensors

/// Numbers as text, a row a line: separated by commas, semicolons or blanks, whichever the first row uses.
///
/// Blank lines and what follows a `#` are skipped. Lines end with LF, CR LF or CR.
enum TextFile {
  /// Whether a file can be text: none of its first bytes is a control byte that text does not have.
  static func recognizes(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.prefix(4096).allSatisfy { $0 >= 0x20 && $0 != 0x7F || (0x09...0x0D).contains($0) }
  }

  /// Reads a matrix of rows × columns.
  ///
  /// - Parameter limit: the most bytes that the matrix may take.
  static func read(
    _ bytes: ArraySlice<UInt8>, _ elementType: ElementType, limit: Int
  ) throws(FileError.Cause) -> (tensor: Tensor, notes: [FileNote]) {
    switch elementType {
    case .f32: try read(bytes, Float.self, limit)
    case .f64: try read(bytes, Double.self, limit)
    }
  }

  private static func read<Cell: Scalar & LosslessStringConvertible>(
    _ bytes: ArraySlice<UInt8>, _: Cell.Type, _ limit: Int
  ) throws(FileError.Cause) -> (tensor: Tensor, notes: [FileNote]) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var reader = TextReader<Cell>(limit: limit)
    var rest = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes
    while !rest.isEmpty {
      let end = rest.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? rest.endIndex
      try reader.read(line: rest[..<end])
      let ending = rest[end...]
      rest = ending.dropFirst(ending.starts(with: [0x0D, 0x0A]) ? 2 : 1)
    }
    guard reader.rows > 0 else { throw .noNumbers }
    do throws(TensorError) {
      let tensor = try Tensor(reader.cells, Shape([reader.rows, reader.columns]))
      return (tensor, reader.overflowed > 0 ? [.overflowed(count: reader.overflowed)] : [])
    } catch {
      throw Allocation.cause(error, [reader.rows, reader.columns])
    }
  }

  /// Writes a matrix, or a vector with a number a line, or a number. Leading axes of length 1, as
  /// one picture of one channel has, are left out.
  static func bytes(of tensor: Tensor) throws(FileError.Cause) -> [UInt8] {
    let lengths = tensor.shape.lengths
    guard lengths.dropLast(2).allSatisfy({ $0 == 1 }) else { throw .shape(lengths, .csv) }
    let columns = lengths.count >= 2 ? lengths[lengths.count - 1] : 1
    guard columns > 0 else { throw .shape(lengths, .csv) }
    var bytes: [UInt8] = []
    for place in 0..<tensor.shape.count {
      if place & 0xFFF == 0 { try Interruption.check() }
      let cell = tensor.cell(tensor.shape.index(at: place))
      let text =
        tensor.elementType == .f32 ? NumberText.text(Float(cell)) : NumberText.text(cell)
      bytes += text.utf8
      bytes.append(UInt8(ascii: (place + 1) % columns == 0 ? "\n" : ","))
    }
    return bytes
  }
}

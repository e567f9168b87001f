public import Kernels
import Tensors

/// Reads arrays and pictures from files of any format; the content tells which, not the name.
public enum FileReader {
  /// Reads a file.
  ///
  /// Grey and colour pictures come as 1×C×H×W from 0 to 1, text as a matrix; floats of npy and idx files
  /// keep their type, whole numbers of npy files become f64.
  ///
  /// - Parameters:
  ///   - path: the file; pipes, devices and folders are refused.
  ///   - named: the array of an npz file that is read; all of them unless given.
  ///   - elementType: the type of pictures, of text and of idx files of small whole numbers.
  /// - Throws: `FileError`; past `MemoryBudget.limit` before anything of that size is allocated.
  public static func read(
    _ path: String, named: String? = nil, elementType: ElementType = .f64
  ) throws(FileError) -> FileContent {
    do throws(FileError.Cause) {
      let bytes = try FileBytes.read(path, limit: MemoryBudget.limit)
      return try content(of: bytes, named, elementType)
    } catch {
      throw FileError(path, error)
    }
  }

  /// Decodes a file's bytes, as `read` does.
  ///
  /// - Parameter path: what errors name.
  public static func decode(
    _ bytes: [UInt8], path: String, named: String? = nil, elementType: ElementType = .f64
  ) throws(FileError) -> FileContent {
    do throws(FileError.Cause) {
      return try content(of: bytes, named, elementType)
    } catch {
      throw FileError(path, error)
    }
  }

  private static func content(
    of bytes: [UInt8], _ named: String?, _ elementType: ElementType
  ) throws(FileError.Cause) -> FileContent {
    let limit = MemoryBudget.limit
    guard isGzip(bytes[...]) else {
      return try plainContent(of: bytes[...], named, elementType, limit)
    }
    let inflated = try Inflater.inflate(bytes[...], .gzip, in: nil, limit: limit)
    guard inflated.consumed == bytes.count else {
      throw .surplus(nil, expected: inflated.consumed, found: bytes.count)
    }
    if isGzip(inflated.bytes[...]) { throw .compressedTwice }
    return try plainContent(of: inflated.bytes[...], named, elementType, limit)
  }

  private static func plainContent(
    of bytes: ArraySlice<UInt8>, _ named: String?, _ elementType: ElementType, _ limit: Int
  ) throws(FileError.Cause) -> FileContent {
    switch try ContentKind(bytes) {
    case .npy:
      let (tensor, notes) = try NpyFile.read(bytes)
      return FileContent(.npy, tensor, notes)
    case .npz:
      return try NpzFile.read(bytes, named: named, limit: limit)
    case .png:
      let (picture, notes) = try PNGFile.read(bytes, elementType, limit: limit)
      return FileContent(.png, try picture.tensor(elementType), notes)
    case .portable(let kind):
      let picture = try PortableFile.read(bytes, kind: kind, elementType, limit: limit)
      return FileContent(
        picture.channels == 1 ? .pgm : .ppm, try picture.tensor(elementType), [])
    case .idx:
      return FileContent(.idx, try IdxFile.read(bytes, elementType), [])
    case .text:
      let (tensor, notes) = try TextFile.read(bytes, elementType, limit: limit)
      return FileContent(.csv, tensor, notes)
    }
  }

  private static func isGzip(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.starts(with: [0x1F, 0x8B])
  }
}

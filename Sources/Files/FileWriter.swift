public import Tensors

/// Writes arrays and pictures to files; the name's ending says how. A file is written whole or not at all.
public enum FileWriter {
  /// Writes one array.
  ///
  /// - Parameters:
  ///   - tensor: any shape for npy and npz, where its name becomes `arr_0` as NumPy's does; up to two
  ///     dimensions for csv, and leading ones of length 1; H×W, C×H×W or 1×C×H×W with cells from 0 to 1 for pictures, of one channel
  ///     for pgm, three for ppm, either for png.
  ///   - path: the file; its ending, in letters of either case, is one of `FileFormat.writable`.
  /// - Returns: what the user may want to know.
  /// - Throws: `FileError`; nothing is written then.
  @discardableResult
  public static func write(_ tensor: Tensor, to path: String) throws(FileError) -> [FileNote] {
    try write([FileArray(name: nil, tensor: tensor)], to: path)
  }

  /// Writes arrays with names to an npz file, or one array to a file of any format.
  ///
  /// - Throws: `FileError`; nothing is written then.
  @discardableResult
  public static func write(_ arrays: [FileArray], to path: String) throws(FileError) -> [FileNote] {
    let encoded: (bytes: [UInt8], notes: [FileNote])
    do throws(FileError.Cause) {
      encoded = try encode(arrays, try format(of: path))
    } catch {
      throw FileError(path, error)
    }
    try AtomicFile.write(encoded.bytes, to: path)
    return encoded.notes
  }

  /// The format that a name's ending asks for.
  private static func format(of path: String) throws(FileError.Cause) -> FileFormat {
    let ending = FilePath.ending(of: path)
    guard let format = FileFormat.writable.first(where: { $0.rawValue == ending }) else {
      throw .unknownEnding(ending)
    }
    return format
  }

  private static func encode(
    _ arrays: [FileArray], _ format: FileFormat
  ) throws(FileError.Cause) -> (bytes: [UInt8], notes: [FileNote]) {
    if format == .npz {
      let named = arrays.enumerated().map {
        FileArray(name: $1.name ?? "arr_\($0)", tensor: $1.tensor)
      }
      return (try NpzFile.bytes(of: named), [])
    }
    guard let tensor = arrays.first?.tensor, arrays.count == 1 else {
      throw .severalArrays(arrays.count, format)
    }
    switch format {
    case .npy: return (try NpyFile.bytes(of: tensor), [])
    case .csv: return (try TextFile.bytes(of: tensor), [])
    case .png, .pgm, .ppm, .npz, .idx: return try encodePicture(tensor, format)
    }
  }

  private static func encodePicture(
    _ tensor: Tensor, _ format: FileFormat
  ) throws(FileError.Cause) -> (bytes: [UInt8], notes: [FileNote]) {
    let (picture, clamped) = try PictureSamples.encode(tensor, for: format)
    let bytes = format == .png ? try PNGFile.bytes(of: picture) : PortableFile.bytes(of: picture)
    return (bytes, clamped > 0 ? [.clamped(count: clamped)] : [])
  }
}

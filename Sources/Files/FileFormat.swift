/// The formats of files that hold arrays.
public enum FileFormat: String, Sendable, Hashable, CaseIterable {
  /// NumPy's format for one array.
  case npy
  /// NumPy's format for several arrays with names: a zip archive of npy files.
  case npz
  /// Portable Network Graphics.
  case png
  /// Netpbm's portable grey map.
  case pgm
  /// Netpbm's portable colour map.
  case ppm
  /// Numbers as text, a row a line.
  case csv
  /// The format of MNIST's files.
  case idx

  /// The formats that are written, in the order an error lists their endings.
  public static let writable: [FileFormat] = [.npy, .npz, .csv, .png, .pgm, .ppm]
}

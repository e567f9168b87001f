public import Tensors

/// What a file held.
public struct FileContent: Sendable {
  /// The format, as its content told.
  public let format: FileFormat
  /// One array, or those of an npz file in their order, which may be none.
  public let arrays: [FileArray]
  /// The names of all arrays of an npz file, those included that were not asked for or not read.
  public let names: [String]
  /// The arrays of an npz file that cannot be read.
  public let refused: [FileRefusal]
  /// What the user may want to know.
  public let notes: [FileNote]

  /// The array of a format that holds one; nil for an npz file.
  public var tensor: Tensor? {
    guard format != .npz else { return nil }
    return arrays.first?.tensor
  }

  /// An npz file.
  init(
    arrays: [FileArray], names: [String], refused: [FileRefusal], notes: [FileNote]
  ) {
    format = .npz
    self.arrays = arrays
    self.names = names
    self.refused = refused
    self.notes = notes
  }

  /// A file of one array.
  init(_ format: FileFormat, _ tensor: Tensor, _ notes: [FileNote]) {
    self.format = format
    arrays = [FileArray(name: nil, tensor: tensor)]
    (names, refused) = ([], [])
    self.notes = notes
  }
}

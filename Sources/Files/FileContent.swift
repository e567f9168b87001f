public import Tensors

/// What a file held.
public struct FileContent: Sendable {
  /// The format, as its content told.
  public let format: FileFormat
  /// One array, or those of an npz file in their order, which may be none.
  public let arrays: [FileArray]
  /// What the user may want to know.
  public let notes: [FileNote]

  /// The array of a format that holds one; nil for an npz file.
  public var tensor: Tensor? {
    guard format != .npz else { return nil }
    return arrays.first?.tensor
  }

  init(format: FileFormat, arrays: [FileArray], notes: [FileNote]) {
    self.format = format
    self.arrays = arrays
    self.notes = notes
  }

  init(_ format: FileFormat, _ tensor: Tensor, _ notes: [FileNote]) {
    self.init(format: format, arrays: [FileArray(name: nil, tensor: tensor)], notes: notes)
  }
}

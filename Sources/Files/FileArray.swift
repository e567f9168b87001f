public import Tensors

/// An array of a file, with its name where the format gives it one.
public struct FileArray: Sendable {
  /// The array's name in an npz file; nil in files of one array.
  public let name: String?
  /// The cells.
  public let tensor: Tensor

  /// Makes an array to read or write.
  public init(name: String?, tensor: Tensor) {
    self.name = name
    self.tensor = tensor
  }
}

/// What keeps a zip archive from being read.
public enum ZipFlaw: Sendable, Hashable, CaseIterable {
  /// The archive goes on in other files.
  case severalParts
  /// The directory is not where the file's end says, or an entry of it is damaged.
  case directory
  /// A member is not where the directory says.
  case place
  /// A member is encrypted.
  case encrypted
  /// A member is compressed in another way than deflate.
  case method
  /// The archive or a member of it has 4 GiB and more.
  case size
}

public import Kernels

extension FileError {
  /// One case a cause, with the numbers that disagree.
  public enum Cause: Error, Hashable, Sendable {
    // Any file
    /// There is no file of this name.
    case missing
    /// The folder to write to does not exist.
    case missingFolder(String)
    /// A folder where a file was due.
    case directory
    /// A pipe, a device or a socket where a file was due.
    case notRegular(FileKind)
    /// The system's permissions forbid it.
    case denied
    /// A path that is empty or has a zero byte in it.
    case unusablePath
    /// Symbolic links that lead to each other.
    case linksInCircle
    /// Another failure of the system: the call and the code it left in `errno`.
    case system(SystemCall, Int32)
    /// The user asked to stop.
    case interrupted
    /// There was no memory for the work.
    case noMemory

    // Sizes
    /// A file larger than the memory budget.
    case tooLarge(bytes: Int, limit: Int)
    /// Compressed data that inflates past the memory budget.
    case inflatesTooFar(limit: Int)
    /// An array larger than the memory budget.
    case overBudget([Int], ElementType, bytes: Int, limit: Int)
    /// A picture of more pixels than the memory budget has room for.
    case tooManyPixels(width: Int, height: Int, limit: Int)
    /// More dimensions than the eight a tensor can have.
    case tooManyDimensions(Int)
    /// Lengths whose product, in bytes, is more than can be addressed.
    case shapeOverflows([Int])
    /// Fewer bytes than the file's head declares.
    case truncated(FileFormat, expected: Int, found: Int)
    /// A file that ends in the middle of its head or of compressed data; nil for a gzip file.
    case endsEarly(FileFormat?)
    /// More bytes than the file's head declares; nil for a gzip file.
    case surplus(FileFormat?, expected: Int, found: Int)

    // Kinds
    /// No bytes at all.
    case empty
    /// Content of no known kind: its first bytes.
    case unknownContent([UInt8])
    /// Content of a known kind that is not read, for example `a JPEG picture`.
    case foreignContent(String)
    /// Compressed once more than is usual.
    case compressedTwice

    // NumPy's arrays
    /// A version of the format other than 1, 2 and 3.
    case npyVersion(major: UInt8, minor: UInt8)
    /// A header longer than the 10,000 bytes that NumPy itself allows.
    case npyHeaderLength(Int)
    /// A header outside the grammar: what was due at which byte of the header.
    case npyHeader(expected: String, at: Int)
    /// Cells of a type that is not read.
    case npyElementType(String)
    /// Cells that are Python objects, which only running code could read.
    case npyObjects
    /// Cells that are records of several fields.
    case npyRecords

    // Archives and compression
    /// Compressed data that cannot be inflated: what zlib says.
    case compression(String)
    /// A zip archive that is damaged, or of a kind that is not read.
    case zip(ZipFlaw)
    /// More arrays in an archive than are read.
    case tooManyMembers(Int, limit: Int)
    /// A checksum that does not fit the data.
    case checksum
    /// What was wrong with the member of this name in an archive.
    indirect case member(String, Cause)
    /// A member of an archive that is no npy file.
    case foreignMember
    /// A second array of the same name in one archive.
    case repeatedMember

    // Pictures
    /// A PNG that cannot be decoded: what libpng says.
    case png(String)
    /// A PGM or PPM head or number outside the grammar: what was due at which byte.
    case portable(expected: String, at: Int)
    /// A sample above the picture's own maximum.
    case sample(Int, maximum: Int, at: Int)

    // Idx
    /// A type code that idx files do not have.
    case idxElementType(UInt8)

    // Text
    /// A field that is not a number; `heading` when the whole first line has no number.
    case notANumber(String, line: Int, column: Int, heading: Bool)
    /// A row of another length than the first.
    case ragged(line: Int, count: Int, firstLine: Int, firstCount: Int)
    /// Only blank lines and comments.
    case noNumbers

    // Writing
    /// A name whose ending does not say how to write.
    case unknownEnding(String)
    /// A shape that the format has no place for.
    case shape([Int], FileFormat)
    /// A cell that a picture cannot show: it is not a number.
    case notShowable(index: [Int])
    /// Several arrays for a format that holds one.
    case severalArrays(Int, FileFormat)
    /// An array of a name that an archive cannot hold.
    case memberName(String)
    /// More bytes than the format can say.
    case tooLargeForFormat(FileFormat)
  }
}

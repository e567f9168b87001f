#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import Tensors
import Text

extension FileError: CustomStringConvertible {
  /// The error as a line without its end, the path first; control bytes of names and content are
  /// spelled out.
  public var description: String {
    cause == .interrupted ? "interrupted" : "\(DisplayText.escaped(path)): \(cause.text)"
  }

  /// What would mend it, where that can be said.
  public var help: String? { cause.help }
}

extension FileError.Cause {
  /// What was wrong, without the path. One switch over all causes, so that none is forgotten.
  var text: String {
    switch self {
    case .missing: "no such file"
    case .missingFolder(let folder): "there is no folder \(DisplayText.escaped(folder))"
    case .directory: "a folder, not a file"
    case .notRegular(let kind): "\(Self.name(of: kind)), not an ordinary file"
    case .denied: "permission denied"
    case .unusablePath: "not a usable file name"
    case .linksInCircle: "symbolic links that lead in a circle"
    case .system(let call, let code): "\(call.rawValue) failed: \(Self.systemText(code))"
    case .interrupted: "interrupted"
    case .noMemory: "not enough memory"

    case .tooLarge(let bytes, let limit):
      "\(bytes) bytes, more than the memory budget of \(limit) bytes"
    case .inflatesTooFar(let limit):
      "inflates to more than the memory budget of \(limit) bytes"
    case .overBudget(let lengths, let type, let bytes, let limit):
      "\(Shape.spelled(lengths)) \(type) needs \(bytes) bytes, more than the memory budget of \(limit) bytes"
    case .tooManyPixels(let width, let height, let limit):
      "\(height)x\(width) pixels, more than the \(limit) that the memory budget has room for"
    case .tooManyDimensions(let count): "\(count) dimensions, more than 8"
    case .shapeOverflows(let lengths):
      "\(Shape.spelled(lengths)) is more cells than can be addressed"
    case .truncated(let format, let expected, let found):
      "cut short: \(format.rawValue) data of \(Self.counted(expected, "byte")), \(found) there"
    case .endsEarly(let format): "the \(format?.rawValue ?? "gzip") file ends too early"
    case .surplus(let format, let expected, let found):
      "too long: \(format?.rawValue ?? "gzip") data of \(Self.counted(expected, "byte")), "
        + "\(found) there"

    case .empty: "the file is empty"
    case .unknownContent(let bytes):
      "content of no known kind: it starts with \"\(EscapedText.escaped(bytes))\""
    case .foreignContent(let kind): "\(kind), which is not read"
    case .compressedTwice: "compressed twice with gzip"

    case .npyVersion(let major, let minor): "npy version \(major).\(minor), not 1.0, 2.0 or 3.0"
    case .npyHeaderLength(let length):
      "an npy header of \(length) bytes, more than \(NpyHeader.longest)"
    case .npyHeader(let expected, let place): "npy header: \(expected) is due at byte \(place)"
    case .npyElementType(let type): "npy cells of type '\(DisplayText.escaped(type))' are not read"
    case .npyObjects: "npy cells that are Python objects are not read"
    case .npyRecords: "npy cells that are records are not read"

    case .compression(let message): "cannot be inflated: \(DisplayText.escaped(message))"
    case .zip(let flaw): Self.text(of: flaw)
    case .tooManyMembers(let count, let limit): "\(count) arrays, more than \(limit)"
    case .checksum: "the data do not fit their checksum"
    case .member(let name, let cause): "in \"\(DisplayText.escaped(name))\": \(cause.text)"
    case .foreignMember: "not an npy file"
    case .repeatedMember: "a second array of this name"

    case .png(let message): "the png picture is damaged: \(DisplayText.escaped(message))"
    case .portable(let expected, let place): "\(expected) is due at byte \(place)"
    case .sample(let sample, let maximum, let place):
      "sample \(place) is \(sample), more than the picture's maximum of \(maximum)"
    case .idxElementType(let type): "idx cells of type \(type) are not read"
    case .notANumber(let field, let line, let column, _):
      "line \(line), column \(column): "
        + (field.isEmpty
          ? "a number is missing" : "\"\(DisplayText.escaped(field))\" is not a number")
    case .ragged(let line, let count, let firstLine, let firstCount):
      "line \(line) has \(Self.counted(count, "number")), line \(firstLine) has \(firstCount)"
    case .noNumbers: "there is no number in the file"

    case .unknownEnding(let ending):
      ending.isEmpty
        ? "the name has no ending that says how to write it"
        : "the ending .\(DisplayText.escaped(ending)) does not say how to write it"
    case .shape(let lengths, let format):
      "\(lengths.isEmpty ? "a number" : Shape.spelled(lengths)) does not fit in a \(format.rawValue) file"
    case .notShowable(let index):
      "the cell at [\(index.map(String.init).joined(separator: ", "))] is not a number"
    case .severalArrays(let count, let format):
      "\(Self.counted(count, "array")) do not fit in one \(format.rawValue) file"
    case .memberName(let name): "an npz file cannot hold the name \"\(DisplayText.escaped(name))\""
    case .tooLargeForFormat(let format): "more than an \(format.rawValue) file can hold"
    }
  }

  /// What would mend it.
  var help: String? {
    switch self {
    case .unknownContent, .foreignContent: "npy, npz, png, pgm, ppm, csv, text and idx are read"
    case .compressedTwice: "gunzip takes one layer off"
    case .npyObjects, .npyRecords: "numpy.save writes an array of numbers so that it can be read"
    case .notANumber(_, _, _, heading: true): "a # in front makes a comment of the heading"
    case .unknownEnding: "the endings are \(Self.endings)"
    case .shape(_, .csv): "a slice of two dimensions fits in csv: x[0, 0]; .npy holds any"
    case .shape(_, .pgm): "pgm holds HxW, 1xHxW or 1x1xHxW; .ppm holds three channels"
    case .shape(_, .ppm): "ppm holds 3xHxW or 1x3xHxW; .pgm holds one channel"
    case .shape(_, .png): "png holds HxW, CxHxW or 1xCxHxW of one channel or three; .npy holds any"
    case .severalArrays: ".npz holds several"
    case .member(_, let cause): cause.help
    default: nil
    }
  }

  private static var endings: String {
    let endings = FileFormat.writable.map { ".\($0.rawValue)" }
    return endings.dropLast().joined(separator: ", ") + " and " + endings.suffix(1).joined()
  }

  private static func systemText(_ code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }

  private static func text(of flaw: ZipFlaw) -> String {
    switch flaw {
    case .severalParts: "an archive in several parts, which is not read"
    case .directory: "the archive's directory is damaged"
    case .place: "not where the archive's directory says"
    case .encrypted: "an encrypted archive, which is not read"
    case .method: "compressed in another way than deflate, which is not read"
    case .size: "an archive of 4 GiB and more, which is not read"
    }
  }

  private static func name(of kind: FileKind) -> String {
    switch kind {
    case .regular: "a file"
    case .directory: "a folder"
    case .pipe: "a pipe"
    case .device: "a device"
    case .socket: "a socket"
    case .other: "something else"
    }
  }
}

extension FileNote: CustomStringConvertible {
  /// The note as a line without its end.
  public var description: String {
    switch self {
    case .transparencyLeftOut: "the picture's transparency is left out"
    case .rounded(1): "1 whole number beyond 2^53 is rounded"
    case .rounded(let count): "\(count) whole numbers beyond 2^53 are rounded"
    case .overflowed(1): "1 number beyond the type's range became infinite"
    case .overflowed(let count): "\(count) numbers beyond the type's range became infinite"
    case .clamped(1): "1 cell outside 0 to 1 is written as 0 or 1"
    case .clamped(let count): "\(count) cells outside 0 to 1 are written as 0 or 1"
    }
  }
}

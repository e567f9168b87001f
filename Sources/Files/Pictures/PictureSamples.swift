/// A picture as files store it: rows from the top, channels interleaved.
struct PictureSamples {
  let width: Int
  let height: Int
  /// 1 (grey) or 3 (red, green, blue).
  let channels: Int
  /// The sample that stands for 1; above 255 a sample takes two bytes, the high one first.
  let maximum: Int
  let bytes: ArraySlice<UInt8>

  /// Bytes a sample.
  var sampleSize: Int { maximum > 255 ? 2 : 1 }
}

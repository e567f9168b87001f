/// A colour of the screen, 8 bits a channel.
public struct PictureColor: Sendable, Hashable {
  /// Red.
  public let red: UInt8
  /// Green.
  public let green: UInt8
  /// Blue.
  public let blue: UInt8

  /// Makes a colour.
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Makes a grey from 0, black, to 1, white; what lies outside is cut.
  init(grey: Double) {
    let level = Self.level(grey)
    self.init(red: level, green: level, blue: level)
  }

  /// Makes a colour of three numbers from 0 to 1.
  init(_ red: Double, _ green: Double, _ blue: Double) {
    self.init(red: Self.level(red), green: Self.level(green), blue: Self.level(blue))
  }

  /// What NaN is drawn in: no shade of any scale here.
  static let notANumber = PictureColor(red: 255, green: 0, blue: 255)

  /// How bright the eye finds it, from 0 to 1 (Rec. 601's weights).
  var luminance: Double {
    (0.299 * Double(red) + 0.587 * Double(green) + 0.114 * Double(blue)) / 255
  }

  /// Whether black text can be read on it better than white.
  var isLight: Bool { luminance > 0.5 }

  /// How text on it is written in a drawing; nil for black.
  var ink: Ink? { isLight ? nil : .onDark }

  /// `#rrggbb`.
  var hexadecimal: String {
    "#"
      + [red, green, blue].map { level in
        (level < 16 ? "0" : "") + String(level, radix: 16)
      }.joined()
  }

  private static func level(_ value: Double) -> UInt8 {
    UInt8((min(max(value.isNaN ? 0 : value, 0), 1) * 255).rounded())
  }
}

extension PictureColor {
  /// The numbers of an SGR sequence that selects the colour, after 38 (text) or 48 (background).
  func selection(_ depth: ColorDepth) -> String {
    depth == .full ? "2;\(red);\(green);\(blue)" : "5;\(paletteIndex)"
  }

  /// Text in black or white on this colour.
  func behind(_ text: String, _ depth: ColorDepth) -> String {
    let ink = isLight ? 16 : 231
    return "\u{1B}[48;\(selection(depth));38;5;\(ink)m\(text)\u{1B}[0m"
  }

  /// The nearest colour of xterm's palette: the cube of 6 levels a channel, or one of its greys.
  var paletteIndex: Int {
    let cube = [red, green, blue].map(Self.cubeLevel)
    let cubeDistance = distance(cube.map { Self.cubeLevels[$0] })
    let mean = (Int(red) + Int(green) + Int(blue)) / 3
    let step = min(23, max(0, (mean - 3) / 10))
    let grey = 8 + 10 * step
    if distance([grey, grey, grey]) < cubeDistance { return 232 + step }
    return 16 + 36 * cube[0] + 6 * cube[1] + cube[2]
  }

  private static let cubeLevels = [0, 95, 135, 175, 215, 255]

  private static func cubeLevel(_ level: UInt8) -> Int {
    let level = Int(level)
    return level < 48 ? 0 : level < 115 ? 1 : (level - 35) / 40
  }

  private func distance(_ other: [Int]) -> Int {
    let own = [Int(red), Int(green), Int(blue)]
    return zip(own, other).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
  }
}

/// The tiles of a kernel gradient that fit the processor's registers.
///
/// AVX-512 has 32 registers of 64 bytes: up to 24 sums, the vectors of a position, and a pixel. More
/// than 8 taps have no registers for where they read.
enum KernelGradientShape {
  /// The most vectors of outputs a tile has.
  @inline(__always) static var mostVectors: Int { VectorLevel.current == 3 ? 4 : 1 }

  /// How many taps a tile of so many vectors has; one of half as many serves what is left over.
  static func taps(vectors: Int) -> Int {
    switch VectorLevel.current {
    case 3: vectors == 4 ? 6 : 8
    case 1, 2: 6
    default: 2
    }
  }

  /// Computes a tile; see `KernelGradientTile.add`.
  @inline(__always)
  static func add<Element: TileCell>(
    vectors: Int, isHalf: Bool, _ step: KernelGradientStep<Element>
  ) {
    switch vectors {
    case 4: add4(isHalf, step)
    case 3: add3(isHalf, step)
    case 2: add2(isHalf, step)
    default: add1(isHalf, step)
    }
  }

  @inline(never)
  @_specialize(where Element == Float)
  @_specialize(where Element == Double)
  private static func add4<Element: TileCell>(
    _ isHalf: Bool, _ step: KernelGradientStep<Element>
  ) {
    guard VectorLevel.current == 3 else { return }
    if isHalf {
      KernelGradientTile<Element, 3, 4>.add(step)
    } else {
      KernelGradientTile<Element, 6, 4>.add(step)
    }
  }

  @inline(never)
  @_specialize(where Element == Float)
  @_specialize(where Element == Double)
  private static func add3<Element: TileCell>(
    _ isHalf: Bool, _ step: KernelGradientStep<Element>
  ) {
    guard VectorLevel.current == 3 else { return }
    if isHalf {
      KernelGradientTile<Element, 4, 3>.add(step)
    } else {
      KernelGradientTile<Element, 8, 3>.add(step)
    }
  }

  @inline(never)
  @_specialize(where Element == Float)
  @_specialize(where Element == Double)
  private static func add2<Element: TileCell>(
    _ isHalf: Bool, _ step: KernelGradientStep<Element>
  ) {
    guard VectorLevel.current == 3 else { return }
    if isHalf {
      KernelGradientTile<Element, 4, 2>.add(step)
    } else {
      KernelGradientTile<Element, 8, 2>.add(step)
    }
  }

  @inline(never)
  @_specialize(where Element == Float)
  @_specialize(where Element == Double)
  private static func add1<Element: TileCell>(
    _ isHalf: Bool, _ step: KernelGradientStep<Element>
  ) {
    if VectorLevel.current == 3 {
      if isHalf {
        KernelGradientTile<Element, 4, 1>.add(step)
      } else {
        KernelGradientTile<Element, 8, 1>.add(step)
      }
    } else if VectorLevel.current > 0 {
      if isHalf {
        KernelGradientTile<Element, 3, 1>.add(step)
      } else {
        KernelGradientTile<Element, 6, 1>.add(step)
      }
    } else if isHalf {
      KernelGradientTile<Element, 1, 1>.add(step)
    } else {
      KernelGradientTile<Element, 2, 1>.add(step)
    }
  }
}

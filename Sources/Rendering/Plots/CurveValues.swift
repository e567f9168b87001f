#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import Tensors

/// The numbers of a curve, and what is said of them.
struct CurveValues {
  /// The values from `first` on.
  private let values: [Double]
  /// The index of the first value that is drawn.
  let first: Int
  private let isLogarithmic: Bool
  /// The least and the largest value that can be drawn, and their indices; nil if there is none.
  private(set) var least: (value: Double, index: Int)?
  private(set) var largest: (value: Double, index: Int)?
  /// Gaps: how many there are and where the first is.
  private(set) var nan = Gap()
  private(set) var infinite = Gap()
  /// Finite values that have no logarithm.
  private(set) var withoutLogarithm = Gap()

  /// Values of one kind that cannot be drawn.
  struct Gap: Hashable {
    fileprivate(set) var count = 0
    fileprivate(set) var first = 0

    fileprivate mutating func add(_ index: Int) {
      if count == 0 { first = index }
      count += 1
    }
  }

  /// Looks at every value once.
  init(_ values: [Double], from first: Int, isLogarithmic: Bool) {
    self.values = Array(values.dropFirst(first))
    self.first = first
    self.isLogarithmic = isLogarithmic
    for (place, value) in self.values.enumerated() {
      let index = first + place
      if value.isNaN {
        nan.add(index)
      } else if value.isInfinite {
        infinite.add(index)
      } else if !isDrawn(value) {
        withoutLogarithm.add(index)
      } else {
        if least.map({ value < $0.value }) ?? true { least = (value, index) }
        if largest.map({ value > $0.value }) ?? true { largest = (value, index) }
      }
    }
  }

  /// How many values there are.
  var count: Int { values.count }
  /// The index of the last value.
  var last: Int { first + count - 1 }
  /// The last value.
  var lastValue: Double? { values.last }

  /// Whether a value has a place on the axis.
  func isDrawn(_ value: Double) -> Bool { value.isFinite && (!isLogarithmic || value > 0) }

  /// The value at an index.
  subscript(index: Int) -> Double { values[index - first] }
}

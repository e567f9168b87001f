import Kernels

extension Tensor {
  /// Scores turned into probabilities along an axis: eˣ over the sum of them.
  ///
  /// The largest score is taken off first, so that no exponential overflows.
  ///
  /// - Throws: `TensorError.axis` or, where the axis is empty, `.emptyReduction`.
  public func softmax(axis: Int = -1) throws(TensorError) -> Tensor {
    let largest = try reduced(.max, axes: [axis], keepsAxes: true)
    let powers = try Tensor.combine(.subtract, self, largest).map(.exp)
    return try .combine(.divide, powers, powers.reduced(.sum, axes: [axis], keepsAxes: true))
  }

  /// The part of the rows whose largest score is that of the label: a number in 0…1, NaN for no
  /// rows. The first of equal scores counts.
  ///
  /// - Parameters:
  ///   - self: scores, N×K.
  ///   - labels: N whole numbers from 0 to before K, or N×K with a one in the label's column.
  /// - Throws: `TensorError` if the shapes disagree or a label is none.
  public func accuracy(_ labels: Tensor) throws(TensorError) -> Double {
    guard shape.rank == 2 else { throw .rank(shape, what: "scores", allowed: [2]) }
    guard (1...2).contains(labels.shape.rank) else {
      throw .rank(labels.shape, what: "labels", allowed: [1, 2])
    }
    guard labels.shape[0] == shape[0] else { throw .firstLength(shape, labels.shape) }
    let guesses = try reduced(.argmax, axes: [1]).array
    let truth: [Double]
    if labels.shape.rank == 2 {
      guard labels.shape == shape else { throw .shapesDiffer(shape, labels.shape) }
      truth = try labels.reduced(.argmax, axes: [1]).array
    } else {
      truth = labels.array
      for label in truth { _ = try Self.label(label, of: shape[1]) }
    }
    return Double(zip(guesses, truth).count { $0 == $1 }) / Double(shape[0])
  }

  /// A row a label, with a 1 in the label's column.
  ///
  /// - Throws: `TensorError` if a label is not a whole number from 0 to before `classes`.
  public func oneHot(_ classes: Int) throws(TensorError) -> Tensor {
    let result = try Tensor(Shape(shape.lengths + [classes]), elementType)
    for (place, label) in array.enumerated() {
      if place & 0xFFFF == 0, Interrupt.isRequested { throw .interrupted }
      result.storage[place * classes + (try Self.label(label, of: classes))] = 1
    }
    return result
  }

  private static func label(_ number: Double, of classes: Int) throws(TensorError) -> Int {
    guard number == number.rounded() else { throw .notWhole(number) }
    guard number >= 0, number < Double(classes) else {
      throw .outOfRange(number, what: "label", least: 0, most: Double(classes - 1))
    }
    return Int(number)
  }
}

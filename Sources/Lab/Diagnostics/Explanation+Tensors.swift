import Kernels
import Language
import Rendering
import Tensors

extension Explanation {
  /// The words for an error about tensors.
  init(_ error: TensorError) {
    switch error {
    case .tooManyDimensions(let count):
      self.init("a value has at most \(Cells.maximumRank) dimensions, not \(count)")
    case .negativeLength(let length, let axis):
      self.init("length \(length) of axis \(axis) is negative")
    case .shapeOverflows(let lengths):
      self.init("shape \(Shape.spelled(lengths)) has more cells than can be counted")
    case .overBudget(let shape, let type, let bytes, let limit):
      self.init(
        "a result of \(shape) \(type) needs \(Quantity.bytes(bytes)), the budget is \(Quantity.bytes(limit))",
        help: "slice it first, or start with `--memory` and a larger size")
    case .cellCount(let count, let shape):
      self.init("\(count) cells do not fill \(shape), which has \(shape.count)")
    case .notBroadcastable(let left, let right, let axis):
      self.init(
        "shapes \(left) and \(right) do not combine: axis \(axis) differs",
        notes: [("left", "\(left)"), ("right", "\(right)")],
        help: "lengths must be equal or 1, counted from the last")
    case .reshape(let shape, let lengths):
      let cells = try? Shape(lengths).count
      self.init(
        "\(shape) has \(shape.count) cells"
          + (cells.map { ", \(Shape.spelled(lengths)) has \($0)" }
            ?? ", which \(lengths) does not divide"),
        notes: [("shape", "")],
        help: "`reshape x [-1]` gives one row; one length may be -1")
    case .openLengths(let lengths):
      self.init(
        "\(lengths) leaves more than one length open", notes: [("shape", "")],
        help: "one length may be -1, the others are 0 or more")
    case .axis(let axis, let rank):
      self.init(
        rank == 0 ? "a number has no axis \(axis)" : "there is no axis \(axis)",
        notes: [("axis", "")],
        help: rank == 0 ? nil : "the axes are 0 to \(rank - 1), or -1 to -\(rank) from the end")
    case .repeatedAxis(let axis):
      self.init("axis \(axis) comes twice", notes: [("axis", "")])
    case .permutation(let axes, let rank):
      self.init(
        "\(Shape.spelledList(axes)) does not rearrange \(rank) axes", notes: [("axes", "")],
        help: rank < 2 ? nil : "each of 0 to \(rank - 1) once")
    default: self.init(rest: error)
    }
  }

  private init(rest error: TensorError) {
    switch error {
    case .index(let index, let axis, let length):
      self.init(
        "index \(index) is outside axis \(axis)",
        help: length == 0
          ? "the axis is empty" : "it goes from 0 to \(length - 1), or from -\(length) to -1")
    case .tooManyIndices(let count, let shape):
      self.init("\(count) indices for \(shape), which has \(shape.rank) axes")
    case .sliceBounds(let lower, let upper, let axis, let length):
      self.init(
        "slice \(lower):\(upper) does not lie in axis \(axis)",
        help: "the axis has length \(length): bounds go from 0 to \(length), the first not above "
          + "the second")
    case .sliceStep(let step, let axis):
      self.init("step \(step) of axis \(axis) is not above 0")
    case .matmul(let left, let right):
      self.init(
        "\(left) @ \(right): inner lengths differ",
        notes: [("left", "\(left)"), ("right", "\(right)")],
        help: Self.matmulHelp(left, right))
    case .matmulOfScalar(let left, let right):
      self.init(
        "@ multiplies matrices, not numbers",
        notes: [("left", "\(left)"), ("right", "\(right)")], help: "`*` scales by a number")
    case .concatenate(let first, let other, let axis):
      self.init(
        "\(first) and \(other) differ in more than axis \(axis)",
        notes: [("x", "")])
    case .concatenateNothing: self.init("there is nothing to join")
    case .emptyReduction(let kind, let shape, _):
      self.init("\(shape) has no cells to take the \(kind) of", notes: [("x", "")])
    case .notANumber(let shape):
      self.init("a number is due here, not a value of shape \(shape)")
    case .notWhole(let number):
      self.init("a whole number is due here, not \(number.spelled)")
    case .outOfRange(let number, let what, let least, let most):
      self.init(
        "\(what) \(number.spelled) is out of range",
        help: Self.range(least, most))
    case .rank(let shape, let what, let allowed):
      self.init(
        "a \(what) has \(allowed.map(String.init).joined(separator: " or ")) dimensions, not "
          + "\(shape.rank)", notes: [("x", "\(shape)")])
    case .firstLength(let left, let right):
      self.init("\(left) and \(right) differ in their first length", notes: [("x", "")])
    case .einsum(let error): self.init(error)
    case .interrupted: self.init("interrupted")
    default: self.init("\(error)")
    }
  }

  private static func range(_ least: Double, _ most: Double) -> String? {
    switch (least.isFinite, most.isFinite) {
    case (true, true): "from \(least.spelled) to \(most.spelled)"
    case (true, false): "at least \(least.spelled)"
    case (false, true): "at most \(most.spelled)"
    case (false, false): nil
    }
  }

  private static func matmulHelp(_ left: Shape, _ right: Shape) -> String? {
    guard left.rank == 2, right.rank == 2 else { return nil }
    if left[1] == right[1] { return "`left @ transpose right` fits" }
    if left[0] == right[0] { return "`transpose left @ right` fits" }
    return nil
  }

  /// The words for a formula that does not work.
  init(_ error: EinsumError) {
    switch error {
    case .malformed(_, let reason):
      self.init(
        "the formula does not read: \(reason)", role: "formula",
        help: "for example \"ij,jk->ik\"")
    case .operandCount(let terms, let operands):
      self.init(
        "the formula has \(terms) terms for \(operands) operands", role: "formula")
    case .termRank(let term, let shape):
      self.init(
        "`\(term)` has \(term.count) letters for a value of shape \(shape)", role: "formula",
        note: "\(shape.rank) dimensions")
    case .lengthMismatch(let letter, let first, let second):
      self.init(
        "`\(letter)` stands for \(first) and for \(second)", role: "formula")
    case .unknownOutputLetter(let letter):
      self.init("`\(letter)` comes after the arrow only", role: "formula")
    case .repeatedOutputLetter(let letter):
      self.init("`\(letter)` comes twice after the arrow", role: "formula")
    }
  }
}

extension Shape {
  /// Numbers in brackets, as a list is typed.
  static func spelledList(_ numbers: [Int]) -> String {
    "[" + numbers.map(String.init).joined(separator: ", ") + "]"
  }
}

import Kernels
import Language
import Rendering
import Tensors

extension Explanation {
  /// The words for an error about tensors. One switch over all causes, so that none is forgotten.
  init(_ error: TensorError) {
    switch error {
    case .tooManyDimensions(let count):
      self.init(
        "a value has at most \(Cells.maximumRank) dimensions, not \(count)", role: "shape")
    case .negativeLength(let length, let axis):
      self.init("length \(length) of axis \(axis) is negative", role: "shape")
    case .shapeOverflows(let lengths):
      self.init(
        "shape \(Shape.spelled(lengths)) has more cells than can be counted", role: "shape", "pad",
        "steps")
    case .overBudget(let shape, let type, let bytes, let limit):
      self.init(
        "a result of \(shape) \(type) needs \(Quantity.bytes(bytes)), "
          + "the budget is \(Quantity.bytes(limit))", role: "shape", "n",
        help: "`--memory` at the start sets another budget")
    case .outOfMemory(let shape, let type, let bytes):
      self.init(
        "there is no memory for a result of \(shape) \(type), which needs "
          + Quantity.bytes(bytes),
        help: "`drop` forgets names that are no longer needed")
    case .cellCount(let count, let shape):
      self.init("\(count) cells do not fill \(shape), which has \(shape.count)")
    case .notBroadcastable(let left, let right, let axis): self.init(left, right, axis: axis)
    case .reshape(let shape, let lengths): self.init(reshaping: shape, to: lengths)
    case .openLengths(let lengths):
      self.init(
        "\(Shape.spelledList(lengths)) leaves more than one length open", role: "shape",
        help: "one length may be -1, the others are 0 or more")
    case .axis(let axis, let rank):
      self.init(
        rank == 0 ? "a number has no axis \(axis)" : "there is no axis \(axis)", role: "axis", "x",
        help: rank == 0 ? nil : "the axes are 0 to \(rank - 1), or -1 to -\(rank) from the end")
    case .repeatedAxis(let axis): self.init("axis \(axis) comes twice", role: "axis")
    case .permutation(let axes, let rank):
      self.init(
        "\(Shape.spelledList(axes)) does not rearrange \(rank) axes", role: "axes",
        help: rank < 2 ? nil : "each of 0 to \(rank - 1) once")
    case .index(let index, let axis, let length):
      self.init(
        "index \(index) is outside axis \(axis)", role: "index \(axis)",
        help: length == 0
          ? "the axis is empty" : "it goes from 0 to \(length - 1), or from -\(length) to -1")
    case .tooManyIndices(let count, let shape):
      self.init(
        "\(Self.counted(count, "index", "indices")) for "
          + (shape.rank == 0
            ? "a number, which has no axes"
            : "\(shape), which has \(Self.counted(shape.rank, "axis", "axes"))"),
        role: "index \(shape.rank)",
        help: shape.rank == 0 && count == 1 ? "several indices stand in one bracket: x[0, 0]" : nil)
    case .numberPerDimension(let count, let shape):
      self.init(
        "\(Self.counted(count, "number")) for \(shape), which has "
          + Self.counted(shape.rank, "axis", "axes"), role: "shape")
    case .sliceBounds(let lower, let upper, let axis, let length):
      self.init(
        "slice \(lower):\(upper) does not lie in axis \(axis)", role: "index \(axis)",
        help: "the axis has length \(length): bounds go from 0 to \(length), the first not above "
          + "the second")
    case .sliceStep(let step, let axis):
      self.init("step \(step) of axis \(axis) is not above 0", role: "index \(axis)", "steps")
    case .zeroStep: self.init("a step of 0 never gets to the end", role: "step")
    case .matmul(let left, let right):
      self.init(
        "\(left) @ \(right): inner lengths differ",
        notes: [("left", "\(left)"), ("right", "\(right)")], help: Self.matmulHelp(left, right))
    case .matmulOfScalar(let left, let right):
      self.init(
        "@ multiplies matrices, not numbers",
        notes: [("left", "\(left)"), ("right", "\(right)")], help: "`*` scales by a number")
    case .concatenate(let first, let other, let axis):
      self.init("\(first) and \(other) differ in more than axis \(axis)", role: "x")
    case .concatenateNothing: self.init("there is nothing to join")
    case .emptyReduction(let kind, let shape, _):
      self.init(
        "a value of shape \(shape) has no cells to take the \(kind) of", role: "x", "scores")
    case .notANumber(let shape):
      self.init("a number is due here, not a value of shape \(shape)")
    case .notWhole(let number):
      self = Self(
        "a whole number is due here, not \(number.spelled)", role: "labels"
      ).helping("labels", "class numbers are whole: 0, 1, 2 and so on")
    case .outOfRange(let number, let what, let least, let most):
      self.init(
        "\(what) \(number.spelled) is out of range", role: Self.role(of: what), "size", "first",
        help: Self.range(least, most))
      if what == "label", number == most + 1, let help {
        self.help = help + "; labels that count from 1 need `labels - 1`"
      }
    case .rank(let shape, let what, let allowed):
      self.init(
        "\(what): \(Self.list(allowed)) dimensions are due, not \(shape.rank)", role: what, "x",
        "shape", note: "\(shape)", help: Self.rankHelp(shape, what))
    case .shapesDiffer(let left, let right):
      self = Self(
        "shapes \(left) and \(right) differ",
        notes: [("scores", "\(left)"), ("labels", "\(right)")]
      ).helping("labels", Self.labelHelp(left, right))
    case .firstLength(let left, let right):
      self = Self(
        "\(left) and \(right) differ in their first length",
        notes: [("scores", "\(left)"), ("labels", "\(right)")]
      ).helping("labels", Self.labelHelp(left, right))
    case .einsum(let error): self.init(error)
    case .interrupted: self.init("interrupted")
    }
  }

  /// How scores and labels become what `crossentropy` and `accuracy` take.
  private static func rankHelp(_ shape: Shape, _ what: String) -> String? {
    switch (what, shape.rank) {
    case ("scores", 1):
      "scores come first, a row a picture, a column a class: `reshape scores 1x\(shape[0])` is a row"
    case ("scores", 3...):
      "a row a picture, a column a class: `reshape scores \(Shape.spelledList([shape[0], -1]))`"
    case ("labels", 0): "labels are a list, a class number for each row of scores: [3]"
    case ("labels", 3...): "labels are class numbers, or a row of `onehot` for each"
    default: nil
    }
  }

  private static func labelHelp(_ scores: Shape, _ labels: Shape) -> String {
    if labels.count == scores[0] {
      return "`reshape labels \(Shape.spelledList([scores[0]]))` has a class number for each row"
    }
    return "a class number for each row of scores, \(scores[0]) of them, or rows as `onehot` makes "
      + "them, \(scores)"
  }

  private init(_ left: Shape, _ right: Shape, axis: Int) {
    self.init(
      "shapes \(left) and \(right) do not combine: axis \(axis) differs",
      notes: [("left", "\(left)"), ("right", "\(right)")],
      help: "lengths must be equal or 1, counted from the last")
  }

  private init(reshaping shape: Shape, to lengths: [Int]) {
    let has = "\(shape) has \(Self.counted(shape.count, "cell"))"
    guard lengths.contains(-1) else {
      let cells = lengths.reduce(1, *)
      self.init(
        "\(has), \(Shape.spelled(lengths)) has \(cells)", role: "shape",
        help: "one length may be -1, which is worked out"
          + (Self.openList(lengths, filling: shape.count).map { ": \($0)" } ?? ""))
      return
    }
    let known = lengths.filter { $0 != -1 }.reduce(1, *)
    self.init(
      "\(has), which is no multiple of the \(known) in \(Shape.spelledList(lengths))",
      role: "shape")
  }

  /// The lengths with the last one that can be left open at -1; or else the count's least factor
  /// and -1.
  private static func openList(_ lengths: [Int], filling count: Int) -> String? {
    guard count > 1 else { return nil }
    for place in lengths.indices.reversed() where lengths.count > 1 {
      var others = lengths
      others[place] = 1
      var rest = count
      for length in others where rest > 0 {
        rest = length > 0 && rest % length == 0 ? rest / length : 0
      }
      guard rest > 0 else { continue }
      others[place] = -1
      return Shape.spelledList(others)
    }
    let factors = (2...).lazy.prefix { $0 <= 1000 && $0 < count }
    guard let factor = factors.first(where: { count % $0 == 0 }) else { return nil }
    return Shape.spelledList([factor, -1])
  }

  /// The role of what a number out of range is.
  private static func role(of what: String) -> String {
    switch what {
    case "first number": "first"
    case "label": "labels"
    case "probability": "p"
    case "standard deviation": "sigma"
    default: what
    }
  }

  /// `2, 3 or 4`
  private static func list(_ numbers: [Int]) -> String {
    let texts = numbers.map(String.init)
    guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
    return texts.dropLast().joined(separator: ", ") + " or " + last
  }

  private static func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    count == 1 ? "1 \(one)" : "\(count) \(many ?? one + "s")"
  }

  private static func range(_ least: Double, _ most: Double) -> String? {
    // What no Int holds is no bound that anybody set.
    switch (least > -0x1p63, most < 0x1p63) {
    case (true, true): "from \(least.spelled) to \(most.spelled)"
    case (true, false): "at least \(least.spelled)"
    case (false, true): "at most \(most.spelled)"
    case (false, false): nil
    }
  }

  private static func matmulHelp(_ left: Shape, _ right: Shape) -> String? {
    guard left.rank == 2, right.rank == 2 else { return nil }
    if left[1] == right[1] { return "`left @ (transpose right)` fits" }
    if left[0] == right[0] { return "`(transpose left) @ right` fits" }
    return nil
  }
}

extension Shape {
  /// Numbers in brackets, as a list is typed.
  static func spelledList(_ numbers: [Int]) -> String {
    "[" + numbers.map(String.init).joined(separator: ", ") + "]"
  }
}

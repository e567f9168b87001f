import Kernels

extension Tensor {
  /// Einstein's summation over one or two operands.
  ///
  /// Two operands become one matrix product for each cell of their batch letters: those in both
  /// operands and in the output. Letters of one operand alone are summed first where the output
  /// leaves them out.
  ///
  /// - Throws: `TensorError.einsum` where the formula does not fit the operands.
  public static func einsum(
    _ formula: EinsumFormula, _ operands: [Tensor]
  ) throws(TensorError) -> Tensor {
    let lengths = try formula.lengths(operands.map(\.shape))
    guard operands.count == 2 else {
      return try Labelled(operands[0], formula.terms[0]).summed(keeping: formula.output)
        .arranged(formula.output)
    }
    let left = try Labelled(operands[0], formula.terms[0])
      .summed(keeping: formula.terms[1] + formula.output)
    let right = try Labelled(operands[1], formula.terms[1])
      .summed(keeping: formula.terms[0] + formula.output)
    let shared = left.letters.filter(right.letters.contains)
    let batch = shared.filter(formula.output.contains)
    let inner = shared.filter { !formula.output.contains($0) }
    let rows = left.letters.filter { !shared.contains($0) }
    let columns = right.letters.filter { !shared.contains($0) }

    func length(_ letters: [Character]) throws(TensorError) -> Int {
      try Shape(letters.map { lengths[$0] ?? 1 }).count
    }
    let (b, m, n, k) = try (length(batch), length(rows), length(columns), length(inner))
    let first = try left.arranged(batch + rows + inner).reshaped(Shape([b, m, k]))
    let second = try right.arranged(batch + inner + columns).reshaped(Shape([b, k, n]))
    let product = try matmul(first, second)
    let letters = batch + rows + columns
    return try Labelled(
      product.reshaped(Shape(letters.map { lengths[$0] ?? 1 })), letters
    ).arranged(formula.output)
  }
}

/// A tensor whose dimensions have letters, each once.
private struct Labelled {
  let tensor: Tensor
  let letters: [Character]

  /// Takes the diagonal of every letter that comes twice.
  init(_ tensor: Tensor, _ term: [Character]) throws(TensorError) {
    var letters: [Character] = []
    var strides = SIMD8<Int>.zero
    var lengths: [Int] = []
    for (axis, letter) in term.enumerated() {
      if let place = letters.firstIndex(of: letter) {
        strides[place] += tensor.strides[axis]
      } else {
        strides[letters.count] = tensor.strides[axis]
        letters.append(letter)
        lengths.append(tensor.shape[axis])
      }
    }
    self.letters = letters
    self.tensor = Tensor(
      viewing: tensor.storage, offset: tensor.offset, shape: try Shape(lengths), strides: strides)
  }

  private init(_ tensor: Tensor, letters: [Character]) {
    self.tensor = tensor
    self.letters = letters
  }

  func summed(keeping kept: [Character]) throws(TensorError) -> Labelled {
    let axes = letters.indices.filter { !kept.contains(letters[$0]) }
    if axes.isEmpty { return self }
    return Labelled(
      try tensor.reduced(.sum, axes: axes), letters: letters.filter(kept.contains))
  }

  func arranged(_ order: [Character]) throws(TensorError) -> Tensor {
    try tensor.permuted(order.compactMap { letter in letters.firstIndex(of: letter) })
  }
}

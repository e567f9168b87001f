import Kernels
import Provenance
import Tensors
import Windows

extension OperationCase {
  static let arithmetic: [OperationCase] =
    UnaryFunction.allCases.map { function in
      OperationCase(UnaryOperation(function), positive(2, 3))
    }
    + [.negate, .relu, .tanh, .sigmoid, .exp, .abs].map { function in
      OperationCase(UnaryOperation(function), numbers(5))
    }
    + [.relu, .abs].map { function in
      OperationCase(UnaryOperation(function), numbers(2, 2, seed: 5))
    }
    + BinaryFunction.allCases.flatMap { function in
      [
        OperationCase(BinaryOperation(function), positive(2, 3), positive(2, 3, seed: 2)),
        OperationCase(BinaryOperation(function), positive(2, 3), positive(3, seed: 2)),
        OperationCase(BinaryOperation(function), positive(2, 1), positive(2, 1, 3, seed: 2)),
        OperationCase(BinaryOperation(function), positive(), positive(2, 2, seed: 2)),
      ]
    }
    + SlopeFunction.allCases.map { function in
      OperationCase(
        SlopeOperation(function), positive(2, 3), positive(2, 3, seed: 2),
        refused: function == .powerInExponent ? [0, 1] : function == .powerInBase ? [1] : [])
    }
    + [.relu, .abs, .tanh, .sigmoid].map { function in
      OperationCase(SlopeOperation(function), numbers(5), numbers(5, seed: 2))
    }

  static let products: [OperationCase] =
    [
      ([2, 3], [3, 4]), ([3], [3]), ([3], [3, 2]), ([2, 3], [3]), ([2, 2, 3], [2, 3, 2]),
      ([2, 2, 3], [3, 2]), ([2, 3], [2, 3, 2]), ([2, 1, 2, 3], [3, 3, 1]), ([2, 2, 3], [3]),
      ([3], [2, 3, 2]), ([1, 1], [1, 1]),
    ].map { (left: [Int], right: [Int]) in
      OperationCase(
        MatmulOperation(),
        tensor(numbers(left.reduce(1, *)).array, left),
        tensor(numbers(right.reduce(1, *), seed: 2).array, right))
    } + [
      OperationCase(MatmulOperation(), [.tensor(numbers(2, 4)), patches(.columns)]),
      OperationCase(MatmulOperation(), [patches(.rows), .tensor(numbers(4, 2))]),
      OperationCase(MatmulOperation(), [.tensor(numbers(2, 4)), patches(.matlab)]),
      OperationCase(MatmulOperation(), [patches(.rows), patches(.columns)]),
    ]
    + [
      ("ij,jk->ik", [2, 3], [3, 2]), ("ij,kj", [2, 3], [2, 3]), ("i,j->ji", [2], [3]),
      ("ij,ij->", [2, 3], [2, 3]), ("ij,j->j", [2, 3], [3]), ("ii,ij->ij", [3, 3], [3, 2]),
      ("ijk,kl->jl", [2, 2, 3], [3, 2]), ("bij,bjk->bik", [2, 2, 2], [2, 2, 3]),
      ("ij,k->i", [2, 3], [2]), ("iji,j->", [2, 3, 2], [3]), (",ij->ij", [], [2, 2]),
      ("ij,jj->ji", [2, 3], [3, 3]), ("bihwkl,oikl->bohw", [1, 2, 2, 1, 2, 1], [2, 2, 2, 1]),
    ].map { (formula: String, left: [Int], right: [Int]) in
      OperationCase(
        einsum(formula), tensor(numbers(left.reduce(1, *)).array, left),
        tensor(numbers(right.reduce(1, *), seed: 2).array, right))
    }
    + [
      ("ij->ji", [2, 3]), ("ij->", [2, 3]), ("ij->j", [2, 3]), ("ii->i", [3, 3]), ("ii->", [3, 3]),
      ("iji->j", [2, 3, 2]), ("iij->ij", [2, 2, 3]), ("->", []),
    ].map { (formula: String, shape: [Int]) in
      OperationCase(einsum(formula), tensor(numbers(shape.reduce(1, *)).array, shape))
    }

  static let reductions: [OperationCase] =
    [ReduceOperation.Kind.sum, .mean, .max, .min].flatMap { kind in
      [nil, [0], [1], [-1], [2, 0], [0, 1, 2]].map { axes in
        OperationCase(ReduceOperation(kind, axes: axes), numbers(2, 3, 2))
      } + [
        OperationCase(ReduceOperation(kind, axes: nil), numbers()),
        OperationCase(ReduceOperation(kind, axes: [0]), numbers(4)),
      ]
    }
    + [true, false].flatMap { largest in
      [
        OperationCase(
          ExtremeGradientOperation(largest: largest, axes: [1]), numbers(2, 3),
          numbers(2, seed: 2)),
        OperationCase(
          ExtremeGradientOperation(largest: largest, axes: [-1, 0]), numbers(2, 2, 3),
          numbers(2, seed: 2)),
        OperationCase(
          ExtremeGradientOperation(largest: largest, axes: nil), numbers(2, 2), numbers(seed: 2)),
      ]
    } + [
      OperationCase(fixture { SumToShapeOperation(try Shape([3, 1])) }, numbers(2, 3, 2)),
      OperationCase(fixture { SumToShapeOperation(.scalar) }, numbers(2, 2)),
      OperationCase(fixture { BroadcastOperation(try Shape([2, 3, 2])) }, numbers(3, 1)),
      OperationCase(SoftmaxOperation(axis: 1), numbers(2, 3)),
      OperationCase(SoftmaxOperation(axis: -2), numbers(2, 3)),
      OperationCase(SoftmaxOperation(axis: 1), numbers(2, 2, 2)),
    ]

  static let losses: [OperationCase] = [
    OperationCase(MeanSquaredErrorOperation(), numbers(2, 3), numbers(2, 3, seed: 2)),
    OperationCase(MeanSquaredErrorOperation(takesMean: false), numbers(2, 3), numbers(3, seed: 2)),
    OperationCase(MeanSquaredErrorOperation(), numbers(), numbers(2, seed: 2)),
    OperationCase(CrossEntropyOperation(), numbers(3, 4), tensor([2, 0, 3], [3])),
    OperationCase(
      CrossEntropyOperation(), numbers(2, 3), tensor([0, 1, 0, 0, 0, 1], [2, 3])),
    OperationCase(CrossEntropyOperation(), numbers(2, 3), positive(2, 3, seed: 2)),
  ]

  static let shapes: [OperationCase] = [
    OperationCase(ReshapeOperation([3, -1]), numbers(2, 6)),
    OperationCase(ReshapeOperation([]), numbers(1)),
    OperationCase(PermuteOperation([2, 0, 1]), numbers(2, 3, 2)),
    OperationCase(PermuteOperation(nil), numbers(2, 3, 2)),
    OperationCase(PermuteOperation(nil), numbers(4)),
    OperationCase(PermuteOperation(nil), [patches(.columns)]),
    OperationCase(PermuteOperation([1, 0]), [patches(.rows)]),
    OperationCase(PermuteOperation(nil), [patches(.unfold)]),
    OperationCase(SliceOperation([.at(1), .all, .range(1, nil, step: 2)]), numbers(2, 2, 5)),
    OperationCase(SliceOperation([.range(-3, -1, step: 1), .at(-1)]), numbers(4, 3)),
    OperationCase(SliceOperation([.at(0), .at(2)]), numbers(2, 3)),
    OperationCase(SliceOperation([]), numbers(2)),
    OperationCase(SliceOperation([.range(1, 3, step: 1), .at(2)]), [patches(.columns)]),
    OperationCase(
      fixture { EmbedOperation([.at(1), .range(0, 5, step: 2)], in: try Shape([2, 6])) },
      numbers(3)),
    OperationCase(
      fixture { EmbedOperation([.all, .at(-1)], in: try Shape([3, 2, 2])) }, numbers(3, 2)),
    OperationCase(FlipOperation(axes: nil), numbers(2, 3)),
    OperationCase(FlipOperation(axes: [-1]), numbers(2, 2, 3)),
    OperationCase(
      PadOperation(PaddingSides(top: 1, left: 0, bottom: 2, right: 1), value: 0),
      numbers(2, 2, 3)),
    OperationCase(PadOperation(PaddingSides(1), value: 7), numbers(2, 2)),
    OperationCase(
      PadOperation(PaddingSides(top: 9, left: 1, bottom: 9, right: 2), value: 0), numbers(3)),
    OperationCase(DilateOperation(Extent(rows: 2, columns: 3)), numbers(2, 2, 2)),
    OperationCase(DilateOperation(Extent(2)), numbers(3)),
    OperationCase(
      ConcatenateOperation(axis: 1), numbers(2, 1), numbers(2, 3, seed: 2), numbers(2, 2, seed: 3)),
    OperationCase(ConcatenateOperation(axis: -2), numbers(1, 2), numbers(2, 2, seed: 2)),
    OperationCase(ConvertOperation(.f64), numbers(2, 2)),
    OperationCase(ConvertOperation(.f32), [.tensor(numbers(2, 2))], tolerance: 1e-6),
    OperationCase(GatherOperation([2, 0, 2, 1]), numbers(4, 2)),
    OperationCase(ScatterOperation([2, 0, 2, 1], count: 4), numbers(4, 2)),
    OperationCase(DiagonalOperation([0, 1, 0]), numbers(2, 3)),
    OperationCase(DiagonalOperation([1, 0]), numbers(2, 3)),
  ]

  static let pictures: [OperationCase] = Interpolation.allCases.flatMap { kind in
    [
      OperationCase(ResizeOperation(Extent(rows: 5, columns: 3), kind), numbers(3, 4)),
      OperationCase(ResizeOperation(Extent(rows: 2, columns: 7), kind), numbers(2, 3, 3)),
      OperationCase(ResizeOperation(Extent(1), kind), numbers(2, 2)),
      OperationCase(ResizeGradientOperation(Extent(rows: 3, columns: 4), kind), numbers(5, 3)),
      OperationCase(ResizeGradientOperation(Extent(rows: 3, columns: 3), kind), numbers(2, 2, 7)),
    ]
  }

  /// A lazy matrix: of 2x2 windows with padding over a picture of one channel, 4x6 in most orders.
  static func patches(_ order: PatchOrder) -> Value {
    fixture {
      let window = try SlidingWindow(
        input: Extent(rows: 2, columns: 3), kernel: Extent(2),
        stride: Extent(rows: 2, columns: 1),
        padding: .explicit(PaddingSides(top: 1, left: 0, bottom: 1, right: 1)))
      return .lazy(try PatchMatrix(numbers(2, 3, seed: 7), window: window, order: order))
    }
  }

  static func einsum(_ formula: String) -> EinsumOperation {
    fixture { try EinsumOperation(formula) }
  }
}

import Kernels
import Tensors

/// A convolution's operands as views that every algorithm reads alike, and the result it writes.
struct ConvolutionOperands: Sendable {
  /// What the shapes and options say.
  let geometry: ConvolutionGeometry
  /// N×C×H×W.
  let input: Cells
  /// O×(C/groups)×kh×kw, flipped if the options say so.
  let kernel: Cells
  /// O numbers.
  let bias: Cells?
  /// N×O×oh×ow, without values yet.
  let result: Cells
  /// What is made of every output; nothing unless given.
  var activation: UnaryFunction?

  /// The type of all cells.
  var elementType: ElementType { result.storage.elementType }

  /// The input channels of a group.
  func channels(of group: Int) -> Range<Int> {
    let count = geometry.groupChannels
    return group * count..<(group + 1) * count
  }

  /// The output channels of a group.
  func outputs(of group: Int) -> Range<Int> {
    let count = geometry.groupOutputs
    return group * count..<(group + 1) * count
  }

  /// The input with a group's channels only.
  func input(of group: Int) -> Cells { input.slice(1, channels(of: group)) }

  /// The kernels of a group.
  func kernel(of group: Int) -> Cells { kernel.slice(0, outputs(of: group)) }

  /// The bias of a group's outputs.
  func bias(of group: Int) -> Cells? { bias?.slice(0, outputs(of: group)) }

  /// A group's result as images × outputs × positions.
  func product(of group: Int) -> Cells {
    let slice = result.slice(1, outputs(of: group))
    var sizes = slice.sizes
    var strides = slice.strides
    // A fresh result has its positions equally far apart in either layout.
    sizes[2] *= sizes[3]
    strides[2] = strides[3]
    return Cells(slice.storage, offset: slice.offset, rank: 3, sizes: sizes, strides: strides)
  }
}

extension Cells {
  /// A bias as a vector of `count` numbers; a number without dimensions is a vector of one.
  func bias(_ count: Int) -> Cells {
    var sizes = SIMD8<Int>(repeating: 1)
    sizes[0] = count
    return Cells(storage, offset: offset, rank: 1, sizes: sizes, strides: strides)
  }
}

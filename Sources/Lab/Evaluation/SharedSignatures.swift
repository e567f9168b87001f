import Convolution
import Language
import Windows

extension OptionSignature {
  static let stride = OptionSignature(
    "stride", .extent, default: "1", summary: "rows×columns from one window to the next")
  static let pad = OptionSignature(
    "pad", .padding, default: "0", summary: "zeros around the input: " + paddingForms)
  static let padOfPool = OptionSignature(
    "pad", .padding, default: "0",
    summary: "cells around the input, which max never picks (they are -inf) and a mean counts as "
      + "zeros unless count_pad=false: " + paddingForms)
  private static let paddingForms = """
    1, 1x2 (rows, columns), 0x1x0x1 (top, left, bottom, right); or same (input / stride, rounded \
    up; the odd one goes to the bottom and right), same-lower (to the top and left), full (all \
    that touch), valid (none)
    """
  static let dilation = OptionSignature(
    "dilation", .extent, default: "1", summary: "pixels from one tap of the window to the next")
  static let groups = OptionSignature(
    "groups", .integer, default: "1", summary: "blocks of channels that do not mix")
  static let layout = OptionSignature(
    "layout", .words(of: ImageLayout.self), default: "nchw",
    summary: "nhwc takes images N×H×W×C and kernels kh×kw×(C/groups)×O")
  static let order = OptionSignature(
    "order", .words(of: PatchOrder.self), default: "columns",
    summary: "how patches and positions lie in the matrix")
  static let all = OptionSignature(
    "all", .boolean, default: "false", summary: "true leaves nothing out on a terminal")

  /// Which axes are reduced or turned.
  static func axis(summary: String) -> OptionSignature {
    OptionSignature("axis", .indexList, summary: summary)
  }
}

extension OptionSignature.Kind {
  /// One of the words that a type's cases are called.
  static func words<Choice: CaseIterable & RawRepresentable<String>>(
    of _: Choice.Type
  ) -> OptionSignature.Kind { .words(Choice.allCases.map(\.rawValue)) }
}

extension OperandSignature {
  static let x = OperandSignature("x", .value, summary: "any value")
  static let images = OperandSignature(
    "x", .value, role: "input", summary: "images N×C×H×W; C×H×W is one image, H×W one channel")
  static let window = OperandSignature(
    "window", .shape, role: "kernel", summary: "rows×columns of the window")
  static let shape = OperandSignature(
    "shape", .shape, summary: "lengths, such as 3x3, 5 or [n, 400]")
}

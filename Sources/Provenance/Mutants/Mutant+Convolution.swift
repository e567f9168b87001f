import Windows

extension Mutant {
  /// The mistakes in a convolution's backward code.
  public static let convolution: [Mutant] =
    columns + [
      Mutant("images' order", "columns as position, image", source: "cs231n") {
        $0.patch = { column, sizes in (column % sizes.images, column / sizes.images) }
      },
      Mutant("kernel not flipped", "correlated as it is", source: "002", in: .inputByCorrelation) {
        $0.tap = { tap, _ in tap }
      },
      Mutant("channels kept", "k[c,o] where k[o,c] is due", source: "002", in: .inputByCorrelation)
      {
        $0.transposesChannels = false
      },
      Mutant("u not dilated", "no zeros for the stride", source: "002", in: .inputByCorrelation) {
        $0.dilation = { _ in 1 }
        // Nothing is known of a stride, so nothing of what it leaves over.
        $0.leftOver = { _ in 0 }
      },
      Mutant(
        "left-over not put", "what no window read is missing", source: "003",
        in: .inputByCorrelation
      ) {
        $0.leftOver = { _ in 0 }
      },
      Mutant("pad k-1", "whatever the padding", source: "003", in: .inputByCorrelation) {
        $0.padding = { ($0.extent - 1, $0.extent - 1) }
      },
      Mutant("pad p", "and k-1 where p is 0", source: "003", in: .inputByCorrelation) {
        $0.padding = { axis in
          let isNone = axis.padBefore + axis.padAfter == 0
          return isNone ? (axis.extent - 1, axis.extent - 1) : (axis.padBefore, axis.padAfter)
        }
      },
      Mutant("mean for sum", "kernel gradient divided by N", source: "", in: .kernel) {
        $0.kernelScale = { 1 / Double($0.images) }
      },
      Mutant("bias axes", "summed to one number an image", source: "", in: .bias) {
        $0.sumsBiasOverImages = false
      },
    ]
}

import Windows

extension Mutant {
  /// The mistakes in a convolution's backward code.
  public static let convolution: [Mutant] =
    columns + [
      Mutant("images' order swapped", "columns read as position, image", source: "CS231n, 001") {
        $0.patch = { column, sizes in (column % sizes.images, column / sizes.images) }
      },
      Mutant("kernel not flipped", "the upstream meets the kernel as it is", source: "000, 002 warn",
        in: .inputByCorrelation
      ) {
        $0.tap = { tap, _ in tap }
      },
      Mutant("channels not transposed", "k[c, o] for k[o, c]", source: "002 warns",
        in: .inputByCorrelation
      ) {
        $0.transposesChannels = false
      },
      Mutant("upstream not dilated", "no zeros between for a stride", source: "000, 002",
        in: .inputByCorrelation
      ) {
        $0.dilation = { _ in 1 }
        // Nothing is known of a stride, so nothing of what it leaves over.
        $0.leftOver = { _ in 0 }
      },
      Mutant("left-over not padded", "the result is as large as the windows reach", source: "003",
        in: .inputByCorrelation
      ) {
        $0.leftOver = { _ in 0 }
      },
      Mutant("pad k-1", "k-1 whatever the padding", source: "003", in: .inputByCorrelation) {
        $0.padding = { ($0.extent - 1, $0.extent - 1) }
      },
      Mutant("pad p, or k-1 for 0", "right only where p = k-1-p", source: "003",
        in: .inputByCorrelation
      ) {
        $0.padding = { axis in
          let none = axis.padBefore + axis.padAfter == 0
          return none ? (axis.extent - 1, axis.extent - 1) : (axis.padBefore, axis.padAfter)
        }
      },
      Mutant("mean for sum", "the kernel's gradient divided by N", in: .kernel) {
        $0.kernelScale = { 1 / Double($0.images) }
      },
      Mutant("bias over wrong axes", "one number an image", in: .bias) {
        $0.sumsBiasOverImages = false
      },
    ]
}

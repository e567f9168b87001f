public import Kernels

extension WindowAxis {
  /// The geometry lowered to the steps that kernels replay.
  public var steps: AxisSteps {
    let origin = input(output: 0, tap: 0)
    return AxisSteps(
      origin: origin, outputStep: input(output: 1, tap: 0) - origin,
      tapStep: input(output: 0, tap: 1) - origin, outputs: output, taps: taps, inputs: input)
  }
}

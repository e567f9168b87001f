import Convolution

extension ConvolutionOptions {
  /// The same convolution by an algorithm that computes in f64 too.
  var inDouble: ConvolutionOptions {
    var options = self
    if !ConvolutionAlgorithm.general.contains(algorithm) { options.algorithm = .automatic }
    return options
  }
}

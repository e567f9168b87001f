import ArgumentParser

/// Which half of a layer's work is measured.
enum BenchPass: String, ExpressibleByArgument, CaseIterable {
  /// The convolution with its bias.
  case forward
  /// The gradients of input, kernel and bias together.
  case backward
}

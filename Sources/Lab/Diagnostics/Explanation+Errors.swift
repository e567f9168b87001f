import Convolution
import Files
import Kernels
import Provenance
import Rendering
import Tensors
import Windows

extension Explanation {
  /// The words for an error of any room.
  init(_ error: any Error) {
    switch error {
    case let error as Explanation: self = error
    case let error as TensorError: self.init(error)
    case let error as WindowError: self.init(error)
    case let error as ConvolutionError: self.init(error)
    case let error as FileError: self.init("\(error)", role: "file", "name", help: error.advice)
    case let error as RenderingError: self.init(error)
    case let error as StepError: self.init(error)
    case let error as ProvenanceError: self.init(error)
    default: self.init("\(error)")
    }
  }

  /// Whether an error only says that the user asked to stop.
  static func isInterruption(_ error: any Error) -> Bool {
    switch error {
    case is Interrupted: true
    case TensorError.interrupted: true
    case WindowError.tensor(.interrupted): true
    case ConvolutionError.tensor(.interrupted), ConvolutionError.window(.tensor(.interrupted)): true
    case let error as FileError: error.cause == .interrupted
    default: false
    }
  }
}

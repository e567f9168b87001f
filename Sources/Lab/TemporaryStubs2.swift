import Tensors
import Rendering
import Convolution
enum LineDifference { static func lines(from: [String], to: [String]) -> [String] { to } }
enum PlanView { static func text(of p: ConvolutionPlan, _ c: RenderContext) -> String { "\(p)" } }

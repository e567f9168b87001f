import Rendering
import Tensors
import Convolution
import Windows
enum HeatMap {
  static func text(of s: any CellSource, _ r: TableRequest, _ c: RenderContext)
    throws(RenderingError) -> String
  { "" }
}
enum Picture {
  static func text(of s: any CellSource, _ r: TableRequest, _ c: RenderContext)
    throws(RenderingError) -> String
  { "" }
}
enum SummaryLine {
  static func text(of s: any CellSource, named: String) -> String { "\(named): \(s.shape)" }
}
enum OrdersView {
  static func text(of s: Tensor, _ w: SlidingWindow, _ c: RenderContext) throws -> String { "" }
  static func text(of p: PatchPermutation, _ c: RenderContext) throws -> String { "" }
}

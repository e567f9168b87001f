import Tensors
import Kernels
import Rendering
import Convolution
enum StatisticsTable { static func lines(of s: TensorStatistics, _ t: Tensor) -> [String] { [] } }
enum TableExport {
  enum Format { case a; init?(path: String) { return nil } }
  static func text(of s: any CellSource, titled: String?, _ f: Format, _ c: RenderContext) throws
    -> String
  { "" }
}

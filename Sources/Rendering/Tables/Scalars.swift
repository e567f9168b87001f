import Kernels

/// A number that stands alone is written with more digits than one among many.
enum Scalars {
  /// The number with the context's digits, or as many as its type has to itself.
  static func text(_ value: Double, _ type: ElementType, _ context: RenderContext) -> String {
    NumberFormat.text(of: value, digits: context.digits ?? (type == .f32 ? 7 : 10))
  }
}

import Language
import Provenance

/// The last `backward`: what `grad` asks.
///
/// A gradient is computed when `grad` first asks for it and then kept, so that `backward` itself
/// costs next to nothing and a stop leaves nothing half made.
struct GradientPass {
  /// The chain rule over the value's graph.
  let backward: Backward
  /// The value that was differentiated, where the line names it.
  let source: SourceText
  let span: SourceSpan

  /// The value that was differentiated, as the line named it.
  var title: String { source.text(span) }
}

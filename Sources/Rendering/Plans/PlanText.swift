public import Convolution

/// What `plan` prints: how the result gets its size, what it costs and what would run.
public enum PlanText {
  /// The plan as lines of facts.
  ///
  /// - Parameter title: what is planned, as the user wrote it; nil for none.
  public static func text(
    of plan: ConvolutionPlan, title: String? = nil, _ context: RenderContext
  ) -> String {
    var facts = LabelledLines()
    if let title { facts.add("plan", title) }
    facts.addSizes(of: plan)
    facts.add("result", "\(plan.result)")
    facts.add("runs", plan.algorithmText)
    facts.addCost(of: plan)
    return facts.block(context).text
  }
}

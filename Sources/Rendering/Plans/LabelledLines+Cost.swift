import Convolution
import Tensors

extension LabelledLines {
  /// Products, bytes and what im2col would make of them, with the conventions stated.
  mutating func addCost(of plan: ConvolutionPlan) {
    addProducts(of: plan)
    var memory = "input \(Quantity.bytes(plan.inputBytes))"
    if plan.kernelBytes > 0 { memory += ", kernel \(Quantity.bytes(plan.kernelBytes))" }
    add("memory", memory + ", result \(Quantity.bytes(plan.outputBytes)) (\(plan.elementType))")
    let factor = NumberFormat.text(of: plan.blowUp, digits: 3)
    let images = plan.isBackwards ? "result" : "input"
    add(
      "im2col",
      "\(plan.matrix), \(Quantity.bytes(plan.matrixBytes)): \(factor) times the \(images)")
  }

  private mutating func addProducts(of plan: ConvolutionPlan) {
    let outputs = plan.isBackwards ? 0 : plan.result.count
    var text = Quantity.count(plan.macs)
    if outputs > 0 {
      text += " = \(Quantity.count(outputs)) outputs x \(Quantity.count(plan.macs / outputs))"
    }
    if case .pool = plan.operation {
      add("reads", text + " pixels")
    } else {
      if let operations = plan.floatingPointOperations {
        text += "; \(Quantity.count(operations)) FLOPs"
      }
      add("MACs", text + "; bias not counted")
    }
    let onPadding = plan.macs - plan.macsOnPixels
    guard onPadding > 0, plan.macs > 0 else { return }
    let percent = NumberFormat.text(of: 100 * Double(onPadding) / Double(plan.macs), digits: 2)
    let place = plan.isBackwards ? "on what is cut off" : "outside the image"
    add("", "\(Quantity.count(onPadding)) of them (\(percent)%) fall \(place)")
  }
}

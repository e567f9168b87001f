import Tensors
import Windows

/// Which parts of sliding products an operation's operands are, and which its value.
struct ProductRoles {
  /// One of the three things that meet in a product.
  enum Part {
    case image, kernel, output
  }

  /// The relation.
  let products: SlidingProducts
  /// What each of the two operands is, in their order.
  let operands: [Part]
  /// What the value is.
  let result: Part

  /// All products of a cell of one part, in the order in which they are summed.
  func products(of cell: CellIndex, _ part: Part) -> [SlidingProduct] {
    switch part {
    case .image: products.products(ofImage: cell)
    case .kernel: products.products(ofKernel: cell)
    case .output: products.products(ofOutput: cell)
    }
  }

  /// A cell of the value as a sum of products, each with its factors in the operands' order.
  func terms(of cell: CellIndex, in step: Step, note: (SlidingProduct) -> String) -> [CellTerm] {
    products(of: cell, result).map { product in
      CellTerm(
        operands.indices.map { factor(product, $0, in: step) }, note: note(product))
    }
  }

  /// The cells of the value that a cell of an operand is multiplied into.
  func readers(of cell: CellIndex, operand: Int, in step: Step) -> [CellReader] {
    products(of: cell, operands[operand]).compactMap { product in
      guard let target = index(product, result) else { return nil }
      var notes = [product.address.note]
      if product.image != nil { notes.append("column entry \(products.columnEntry(of: product))") }
      return CellReader(target, weight: factor(product, 1 - operand, in: step), notes: notes)
    }
  }

  private func index(_ product: SlidingProduct, _ part: Part) -> CellIndex? {
    switch part {
    case .image: product.image
    case .kernel: product.kernel
    case .output: product.output
    }
  }

  private func factor(_ product: SlidingProduct, _ operand: Int, in step: Step) -> CellFactor {
    guard let index = index(product, operands[operand]) else {
      return CellFactor(.padding(operand: operand, side: product.side ?? ""), 0)
    }
    return step.factor(index, of: operand)
  }
}

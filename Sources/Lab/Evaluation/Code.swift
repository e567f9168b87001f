import Language
import Provenance

/// An expression analysed once: names are slots, verbs and operators are call sites.
///
/// What is more than a few words long is an object, so that a step from one expression to the next
/// copies nothing.
enum Code {
  case literal(Node)
  case name(slot: Int, SourceSpan)
  case local(Int, SourceSpan)
  case lastShown(SourceSpan)
  case matrix(MatrixCode)
  case index(IndexedCode)
  case operation(OperationCode)
  case call(CallSite)
  case definedCall(DefinedCall)
}

/// A matrix whose cells are computed.
final class MatrixCode {
  let cells: [Code]
  let extents: [Int]
  let span: SourceSpan

  init(_ cells: [Code], extents: [Int], _ span: SourceSpan) {
    self.cells = cells
    self.extents = extents
    self.span = span
  }
}

/// A value with an index behind it.
final class IndexedCode {
  let base: Code
  let items: [IndexCode]
  let site: Site

  init(_ base: Code, _ items: [IndexCode], site: Site) {
    self.base = base
    self.items = items
    self.site = site
  }
}

/// An operator with its operands.
final class OperationCode {
  let operation: any Operation
  let operands: [Code]
  let site: Site

  init(_ operation: any Operation, _ operands: [Code], site: Site) {
    self.operation = operation
    self.operands = operands
    self.site = site
  }
}

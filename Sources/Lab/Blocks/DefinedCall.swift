import Language
import Provenance

/// A call of a verb that the session defined.
final class DefinedCall {
  let name: String
  let operands: [Code]
  let site: Site

  init(_ name: String, _ operands: [Code], _ site: Site) {
    self.name = name
    self.operands = operands
    self.site = site
  }
}

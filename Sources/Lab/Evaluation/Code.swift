import Language
import Provenance
import Tensors

/// An expression analysed once: names are slots, verbs and operators are call sites.
indirect enum Code {
  case literal(Node)
  case name(slot: Int, SourceSpan)
  case local(Int, SourceSpan)
  case lastShown(SourceSpan)
  case matrix([Code], extents: [Int], SourceSpan)
  case index(Code, [IndexCode], site: Site)
  case operation(any Operation, [Code], site: Site)
  case call(CallSite)
  case definedCall(DefinedCall)
}

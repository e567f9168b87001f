import Kernels
import Language

/// Runs the body, and gives whatever a room throws its place in the line.
func located<Result>(_ site: Site, _ body: () throws -> Result) throws -> Result {
  do {
    return try body()
  } catch let error as Diagnostic {
    throw error
  } catch let error as Interrupted {
    throw error
  } catch  where error is ScriptStopped || error is ForeignDiagnostic || error is LoopStopped {
    throw error
  } catch {
    if Explanation.isInterruption(error) { throw Interrupted() }
    throw Explanation(error).diagnostic(at: site)
  }
}

public import Kernels
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The most bytes one result may take: half of the machine's memory unless the user says otherwise.
public enum MemoryBudget {
  private static let bytes = Atomic<Int>(halfOfMachine)

  /// A limit for the running task alone, in place of the process's.
  @TaskLocal public static var taskLimit: Int?

  /// The limit in bytes: the process's, unless the task has its own.
  public static var limit: Int {
    get { taskLimit ?? bytes.load(ordering: .relaxed) }
    set { bytes.store(newValue, ordering: .relaxed) }
  }

  /// Refuses a result that would not fit, before anything is allocated.
  ///
  /// - Throws: `TensorError.overBudget` with both numbers.
  public static func require(_ shape: Shape, _ elementType: ElementType) throws(TensorError) {
    let needed = shape.count * elementType.byteCount
    if needed > limit { throw .overBudget(shape, elementType, bytes: needed, limit: limit) }
  }

  private static var halfOfMachine: Int {
    let pages = sysconf(Int32(_SC_PHYS_PAGES))
    let pageSize = sysconf(Int32(_SC_PAGESIZE))
    return pages > 0 && pageSize > 0 ? pages * pageSize / 2 : 1 << 31
  }
}

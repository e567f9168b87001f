import Synchronization

/// Forms of a block's cells that are kept with them: weights packed as a kernel reads them, so that
/// the next call with the same weights does not pack them again.
///
///     let key = FormKey(.panels, of: weights)
///     let packed = try weights.storage.form(key, count: cells, keeping: .fromSecondUse) {
///       (target) throws(Interrupted) in …  // fills every cell of `target`
///     }
///     // nil: pack into scratch memory, as if there were no forms
///
/// A form lives as long as its block and is dropped when the block's cells are written: whoever
/// writes through a pointer calls `willWrite` before. All forms together hold at most 256 MiB; what
/// does not fit is not kept. Any number of threads may ask at a time.
extension Storage {
  /// When a form is worth its memory.
  public enum FormPolicy: Sendable {
    /// At once: the form has to be made in any case, and as a whole.
    case fromFirstUse
    /// When it is asked for again: a value used once costs no memory and no pass of its own.
    case fromSecondUse
  }

  /// The bytes that the forms of all blocks hold.
  public static var formByteCount: Int { StorageForm.byteCount }

  /// Finds a form of these cells, or makes it.
  ///
  /// - Parameters:
  ///   - key: what it is and what it depends on.
  ///   - elementType: the type of its cells; that of this block unless given.
  ///   - count: how many cells it has.
  ///   - make: fills a block of `count` cells that hold no particular values.
  /// - Returns: the form; nil if it is not to be kept yet, or there is no room for it.
  public func form(
    _ key: FormKey, as elementType: ElementType? = nil, count: Int,
    keeping policy: FormPolicy, _ make: (Storage) throws(Interrupted) -> Void
  ) throws(Interrupted) -> Storage? {
    let type = elementType ?? self.elementType
    guard mayMake(key, bytes: count * type.byteCount, policy) else { return keptForm(key) }
    guard let made = Storage.allocated(type, count: count, isForm: true) else { return nil }
    try make(made)
    return forms.withLock { forms in
      let place = forms.firstIndex { $0.key == key }
      // Another thread may have been faster.
      if let place, let cells = forms[place].cells { return cells }
      let form = StorageForm(key: key, cells: made)
      if let place {
        forms[place] = form
      } else {
        Self.append(form, to: &forms)
      }
      hasForms.store(true, ordering: .relaxed)
      return made
    }
  }

  /// The form that is kept under a key.
  public func keptForm(_ key: FormKey) -> Storage? {
    guard hasForms.load(ordering: .relaxed) else { return nil }
    return forms.withLock { forms in forms.first { $0.key == key }?.cells }
  }

  /// Drops all forms: the cells they were made from are about to change.
  @inline(__always)
  public func willWrite() {
    if hasForms.load(ordering: .relaxed) { dropForms() }
  }

  @inline(never)
  private func dropForms() {
    forms.withLock { $0 = [] }
    hasForms.store(false, ordering: .relaxed)
  }

  /// Whether a form is to be made now; one that is asked for the first time may only be noted down.
  private func mayMake(_ key: FormKey, bytes: Int, _ policy: FormPolicy) -> Bool {
    let fits = Self.formByteCount + bytes <= StorageForm.mostBytes
    return forms.withLock { forms in
      if let place = forms.firstIndex(where: { $0.key == key }) {
        return forms[place].cells == nil && fits
      }
      if policy == .fromFirstUse { return fits }
      Self.append(StorageForm(key: key, cells: nil), to: &forms)
      hasForms.store(true, ordering: .relaxed)
      return false
    }
  }

  /// Adds a form; the oldest makes room for it.
  private static func append(_ form: StorageForm, to forms: inout [StorageForm]) {
    if forms.count >= StorageForm.mostForms { forms.removeFirst() }
    forms.append(form)
  }
}

import Language

extension Code {
  /// What it is made of, for another look at it; nil of a call that is no expression of values alone.
  var parts: [Code]? {
    switch self {
    case .literal, .name, .local, .lastShown: []
    case .matrix(let code): code.cells
    case .index(let code): code.items.codes + [code.base]
    case .operation(let code): code.operands
    case .call(let site): site.codes
    case .definedCall(let call): call.operands
    }
  }

  /// The object that stands for it and no other expression; nil of a single word.
  var identity: ObjectIdentifier? {
    switch self {
    case .literal, .name, .local, .lastShown: nil
    case .matrix(let code): ObjectIdentifier(code)
    case .index(let code): ObjectIdentifier(code)
    case .operation(let code): ObjectIdentifier(code)
    case .call(let site): ObjectIdentifier(site)
    case .definedCall(let call): ObjectIdentifier(call)
    }
  }
}

extension CallSite {
  /// The operands and options that are expressions; nil if it takes names or calls as they are written.
  var codes: [Code]? {
    var codes: [Code] = []
    for operand in operands {
      switch operand {
      case .value(let code): codes.append(code)
      case .text, .word: break
      case .name, .expression: return nil
      }
    }
    return codes + givenOptions
  }

  /// What its operation is made of: its options, and the operands that are no values of their own.
  var optionCodes: [Code]? {
    var codes: [Code] = []
    for (place, operand) in operands.enumerated() {
      let declared = application.operandSignature(at: place, of: verb.signature)
      switch (operand, declared?.kind) {
      case (.value, .value?), (.value, .any?), (.text, _), (.word, _), (.name, _): break
      case (.value(let code), _): codes.append(code)
      case (.expression, _): return nil
      }
    }
    return codes + givenOptions
  }

  private var givenOptions: [Code] {
    var codes: [Code] = []
    for option in options {
      switch option.code {
      case .word, .text: break
      case .code(let code): codes.append(code)
      case .indices(let items): codes += items.codes
      }
    }
    return codes
  }
}

extension [IndexCode] {
  /// The numbers in an index.
  var codes: [Code] {
    flatMap { item -> [Code] in
      switch item {
      case .all: []
      case .at(let code): [code]
      case .range(let lower, let upper, let step): [lower, upper, step].compactMap { $0 }
      }
    }
  }
}

extension StatementCode {
  /// What its verb does in a round that is computed without it; nil of a statement without one.
  var role: RoundRole? {
    guard case .command(let site) = self else { return nil }
    return site.verb.role
  }

  /// Whether it may be one of those that make a graph and descend it.
  var makesGraph: Bool {
    switch self {
    case .bind: true
    case .command(let site): site.verb.role == .backward || site.verb.role == .descent
    default: false
    }
  }

  /// Whether it prints nothing.
  var isSilent: Bool {
    switch self {
    case .bind, .replace, .expect: true
    default: false
    }
  }

  /// The expressions in it; nil of a statement that is no line of a verb of one's own which could be
  /// looked into.
  var codes: [Code]? {
    switch self {
    case .bind(let code): [code.value]
    case .show(let code): [code.value]
    case .command(let site): site.codes
    default: nil
    }
  }
}

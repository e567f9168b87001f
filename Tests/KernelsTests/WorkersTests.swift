import Kernels
import Synchronization
import Testing

@Suite struct WorkersTests {
  @Test("every index is run once", arguments: [0, 1, 2, 3, 100, 10_000])
  func everyIndexOnce(count: Int) throws {
    let seen = Storage(.f64, count: count)
    for index in 0..<count { seen[index] = 0 }
    for _ in 0..<20 {
      try Workers.run(count) { (index: Int) throws(Interrupted) in seen[index] += 1 }
    }
    #expect((0..<count).allSatisfy { seen[$0] == 20 })
  }

  @Test("a call inside a call does its work alone")
  func nested() throws {
    let sum = Atomic<Int>(0)
    try Workers.run(10) { (outer: Int) throws(Interrupted) in
      try Workers.run(10) { (inner: Int) throws(Interrupted) in
        sum.add(outer * 10 + inner, ordering: .relaxed)
      }
    }
    #expect(sum.load(ordering: .relaxed) == 99 * 100 / 2)
  }

  @Test("calls from many threads at once each get all their work done")
  func concurrentCallers() async {
    await withTaskGroup(of: Int.self) { group in
      for caller in 0..<8 {
        group.addTask {
          var done = 0
          for _ in 0..<200 {
            let count = Atomic<Int>(0)
            try? Workers.run(17) { (_: Int) throws(Interrupted) in
              count.add(1, ordering: .relaxed)
            }
            done += count.load(ordering: .relaxed)
          }
          return done + caller * 0
        }
      }
      for await done in group { #expect(done == 200 * 17) }
    }
  }

  @Test("after an interrupt no further index is begun")
  func interrupted() {
    let begun = Atomic<Int>(0)
    #expect(throws: Interrupted()) {
      try Workers.run(1_000_000) { (index: Int) throws(Interrupted) in
        begun.add(1, ordering: .relaxed)
        if index == 3 { throw Interrupted() }
      }
    }
    #expect(begun.load(ordering: .relaxed) < 1_000_000)
  }

  @Test("workers come back from sleep", arguments: 0..<3)
  func afterSleep(round: Int) async throws {
    try await Task.sleep(for: .milliseconds(20))
    try everyIndexOnce(count: 50)
  }
}

import Testing

@testable import Rendering

@Suite struct ComparisonTextTests {
  @Test func `a row for each way, under the pass it computes`() {
    let runs = [
      AlgorithmRun(
        pass: "forward", algorithm: "direct", isChosen: false, seconds: 0.002,
        operations: 4_000_000, extraBytes: 0, difference: nil),
      AlgorithmRun(
        pass: "forward", algorithm: "implicit", isChosen: true, seconds: 0.0001,
        operations: 4_000_000, extraBytes: 65_536, difference: 1.5e-14),
      AlgorithmRun(
        pass: "dx", algorithm: "scatter", isChosen: true, seconds: 0.001, operations: nil,
        extraBytes: 0, difference: nil),
    ]
    #expect(
      ComparisonText.text(
        of: runs, title: "y = conv x k", peak: 80e9, threads: 2, RenderContext()) == """
          y = conv x k
          pass     algorithm      time  GFLOP/s  of peak  extra memory  difference
          ------------------------------------------------------------------------
          forward  direct      2.00 ms     2.00     2.5%             0
                   implicit *   100 us     40.0      50%        64 KiB     1.5e-14
          dx       scatter *   1.00 ms                               0
          * is what runs by itself
          peak: 80.0 GFLOP/s, measured in this run with 2 threads
          difference: the largest of any cell, from the first way of the same pass
          """)
  }
}

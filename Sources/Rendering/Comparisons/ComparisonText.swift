/// What `compare` prints: every way to compute something, side by side.
public enum ComparisonText {
  /// The table, and what its columns mean.
  ///
  /// - Parameters:
  ///   - title: what was compared: `y = conv x k`.
  ///   - peak: the most floating-point operations a second that this machine was found to do.
  ///   - threads: with how many threads.
  public static func text(
    of runs: [AlgorithmRun], title: String, peak: Double, threads: Int, _ context: RenderContext
  ) -> String {
    var table = TableLayout.list(
      [
        TableColumn("pass", alignment: .left), TableColumn("algorithm", alignment: .left),
        TableColumn("time"), TableColumn("GFLOP/s"), TableColumn("of peak"),
        TableColumn("extra memory"), TableColumn("difference"),
      ], rows(runs, peak))
    table.caption = title
    var notes: [String] = []
    if runs.contains(where: \.isChosen) { notes.append("* is what runs by itself") }
    notes.append(
      "peak: \(gigaflops(peak)) GFLOP/s, measured in this run with "
        + Quantity.counted(threads, "thread"))
    notes.append("difference: the largest of any cell, from the first way of the same pass")
    return TableDocument([table], notes: notes).text(context)
  }

  private static func rows(_ runs: [AlgorithmRun], _ peak: Double) -> [[String]] {
    var last: String?
    return runs.map { run in
      defer { last = run.pass }
      let speed = run.operations.map { Double($0) / max(run.seconds, 1e-12) }
      return [
        run.pass == last ? "" : run.pass, run.algorithm + (run.isChosen ? " *" : ""),
        Quantity.duration(seconds: run.seconds), speed.map(gigaflops) ?? "",
        speed.map { NumberFormat.text(of: (1000 * $0 / peak).rounded() / 10, digits: 3) + "%" }
          ?? "",
        run.extraBytes == 0 ? "0" : Quantity.bytes(run.extraBytes),
        run.difference.map { NumberFormat.text(of: $0, digits: 2) } ?? "",
      ]
    }
  }

  private static func gigaflops(_ speed: Double) -> String {
    let giga = speed / 1e9
    return NumberFormat.fixed(decimals: giga < 9.95 ? 2 : giga < 99.5 ? 1 : 0).text(of: giga)
  }
}

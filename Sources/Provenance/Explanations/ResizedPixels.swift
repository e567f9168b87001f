import Tensors
import Windows

/// Which old pixels make a new one when a picture is resized, and the other way round.
struct ResizedPixels {
  private let old: Shape
  private let new: Shape
  private let interpolation: Interpolation

  init(_ old: Shape, _ new: Shape, _ interpolation: Interpolation) {
    self.old = old
    self.new = new
    self.interpolation = interpolation
  }

  /// The old pixels that a new one reads, row by row.
  func parts(of cell: CellIndex) -> [(cell: CellIndex, weight: CellFactor)] {
    combined(
      cell, sample(cell[cell.rank - 2], 0).parts, sample(cell[cell.rank - 1], 1).parts)
  }

  /// The new pixels that read an old one, row by row.
  func readers(of cell: CellIndex) -> [(cell: CellIndex, weight: CellFactor)] {
    func reading(_ place: Int, _ direction: Int) -> [(place: Int, weight: Double)] {
      (0..<new[new.rank - 2 + direction]).flatMap { target in
        sample(target, direction).parts.filter { $0.place == place }.map { (target, $0.weight) }
      }
    }
    return combined(cell, reading(cell[cell.rank - 2], 0), reading(cell[cell.rank - 1], 1))
  }

  private func sample(_ place: Int, _ direction: Int) -> InterpolationSample {
    let axis = new.rank - 2 + direction
    return InterpolationSample(place, of: new[axis], from: old[axis], interpolation)
  }

  private func combined(
    _ cell: CellIndex, _ rows: [(place: Int, weight: Double)],
    _ columns: [(place: Int, weight: Double)]
  ) -> [(cell: CellIndex, weight: CellFactor)] {
    rows.flatMap { row in
      columns.map { column in
        (
          cell.replacing(cell.rank - 2, with: row.place)
            .replacing(cell.rank - 1, with: column.place),
          CellFactor(.constant("weight"), row.weight * column.weight)
        )
      }
    }
  }
}

extension Extent {
  /// The last two lengths of a shape that has two.
  init(lastOf shape: Shape) {
    self.init(rows: shape[shape.rank - 2], columns: shape[shape.rank - 1])
  }
}

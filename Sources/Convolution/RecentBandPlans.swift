import Kernels
import Synchronization
import Windows

/// The geometry of a convolution lowered to bands, and how it is cut into pieces of work.
final class LoweredBands: Sendable {
  /// The vertical direction.
  let rows: BandAxis
  /// The horizontal direction, `apart` if the plan says so.
  let columns: BandAxis
  /// Nil if no band of outputs fits the cache.
  let plan: BandPlan?

  /// Lowers a convolution of images that lie as these do.
  init(_ geometry: ConvolutionGeometry, of images: Cells) {
    rows = geometry.window.rows.bandAxis()
    let shared = geometry.window.columns.bandAxis()
    plan = BandPlan(
      rows: rows, columns: shared, images: geometry.images * geometry.groups,
      channels: geometry.groupChannels, outputs: geometry.groupOutputs,
      imagePitch: BandConvolution.pitch(in: images, rows: rows, columns: shared),
      type: images.storage.elementType)
    columns = plan?.arrangement == .apart ? geometry.window.columns.bandAxis(apart: true) : shared
  }
}

/// How the convolutions of late were lowered: a loop asks for the same ones again and again, and to
/// work one out takes as long as a small convolution itself.
final class RecentBandPlans: Sendable {
  private struct Entry {
    let geometry: ConvolutionGeometry
    let strides: SIMD8<Int>
    let elementType: ElementType
    let threads: Int
    let bands: LoweredBands
  }

  /// A network's layers, forwards and backwards; a look at one takes a few nanoseconds.
  private static let capacity = 16

  /// The latest first.
  private let entries = Mutex<[Entry]>([])

  /// Lowers a convolution, unless it is known how.
  func bands(_ geometry: ConvolutionGeometry, of images: Cells) -> LoweredBands {
    let (type, threads) = (images.storage.elementType, Workers.threadCount)
    let known = entries.withLock { entries in
      entries.first {
        $0.strides == images.strides && $0.elementType == type && $0.threads == threads
          && $0.geometry == geometry
      }?.bands
    }
    if let known { return known }
    let bands = LoweredBands(geometry, of: images)
    entries.withLock { entries in
      if entries.count == Self.capacity { entries.removeLast() }
      entries.insert(
        Entry(
          geometry: geometry, strides: images.strides, elementType: type, threads: threads,
          bands: bands), at: 0)
    }
    return bands
  }
}

import Kernels
import Testing

@testable import Windows

@Suite struct BandAxisTests {
  @Test(
    "the planes hold what the taps read, in either arrangement", arguments: SmallGeometry.axes,
    [false, true])
  func planes(_ numbers: AxisNumbers, apart: Bool) throws {
    let axis = try numbers.axis
    guard axis.output > 0 else { return }
    let band = axis.bandAxis(apart: apart)
    #expect(band.outputs == axis.output && band.taps.count == axis.taps)
    #expect(!apart || band.length == axis.output && band.planes.count == axis.taps)
    #expect(apart || band.planes.count <= axis.stride)
    for tap in 0..<axis.taps {
      let plane = band.planes[band.taps[tap].plane]
      for output in 0..<axis.output {
        let cell = output + band.taps[tap].shift
        #expect(cell < band.length)
        let pixel = cell - plane.zerosBefore
        if case .inside(let position) = axis.place(output: output, tap: tap) {
          #expect((0..<plane.pixels).contains(pixel))
          #expect(plane.firstPixel + pixel * band.step == position)
        } else {
          #expect(!(0..<plane.pixels).contains(pixel))
        }
      }
    }
    for plane in band.planes {
      #expect(plane.zerosBefore >= 0 && plane.zerosBefore + plane.pixels <= band.length)
      #expect(plane.pixels >= 0 && plane.firstPixel >= 0)
      if plane.pixels > 0 {
        #expect(plane.firstPixel + (plane.pixels - 1) * band.step < axis.input)
      }
    }
  }
}

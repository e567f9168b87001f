import Testing

@testable import Rendering

@Suite struct QuantityTests {
  @Test(arguments: [
    (0, "0 B"), (512, "512 B"), (1023, "1023 B"), (1024, "1 KiB"), (1536, "1.5 KiB"),
    (1_048_575, "1 MiB"), (8_784_600, "8.4 MiB"), (1 << 30, "1 GiB"), (Int.max, "8 EiB"),
  ])
  func `bytes are written in the unit that fits`(_ count: Int, _ text: String) {
    #expect(Quantity.bytes(count) == text)
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1000, "1,000"), (105_415_200, "105,415,200"), (-1234, "-1,234"),
    (Int.min, "-9,223,372,036,854,775,808"),
  ])
  func `counts have separators`(_ count: Int, _ text: String) {
    #expect(Quantity.count(count) == text)
  }

  @Test(arguments: [
    (0.0, "0.00 ns"), (1.23e-3, "1.23 ms"), (4.56e-8, "45.6 ns"), (1.5e-5, "15.0 us"),
    (0.9996, "1.00 s"),
    (9.996, "10.0 s"), (45.6, "45.6 s"), (99.96, "1 min 40 s"), (200, "3 min 20 s"),
    (7260, "2 h 1 min"), (-1, "0.00 ns"), (.infinity, "inf s"), (.nan, "NaN s"),
    (1e300, "1e+300 s"),
  ])
  func `times are written in the unit that fits`(_ seconds: Double, _ text: String) {
    #expect(Quantity.duration(seconds: seconds) == text)
  }
}

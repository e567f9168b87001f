import Testing

@testable import Rendering

@Suite struct NumberFormatTests {
  @Test(arguments: PythonFormats.cases.indices)
  func `numbers are rounded as Python rounds them`(_ place: Int) {
    let (bits, format, text) = PythonFormats.cases[place]
    #expect(format.text(of: Double(bitPattern: bits)) == text)
  }

  @Test(arguments: 0...6)
  func `the quick way rounds as the exact digits do`(_ decimals: Int) {
    for value in RandomNumbers(seed: UInt64(decimals), count: 4000) {
      let exact = ExactDecimal(value)
      let rounded = exact.rounded(keeping: exact.point + decimals)
      let digits = (0..<(max(0, rounded.point) + decimals)).map { place in
        String(rounded[place + min(0, rounded.point)])
      }
      let text = NumberFormat.fixed(decimals: decimals).text(of: value)
      let shown = text.filter(\.isNumber)
      if rounded.digits.isEmpty {
        #expect(shown.allSatisfy { $0 == "0" }, "\(value)")
      } else {
        let expected = (rounded.point <= 0 ? "0" : "") + digits.joined()
        #expect(shown == expected, "\(value) with \(decimals) decimals")
      }
    }
  }

  @Test func `every digit of a double gives the double back`() {
    for value in RandomNumbers(seed: 7, count: 2000) {
      let exact = ExactDecimal(value)
      let digits = exact.digits.map { String($0) }.joined()
      let text = "0." + (digits.isEmpty ? "0" : digits) + "e\(exact.point)"
      #expect(Double(text) == value.magnitude)
    }
  }

  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (1.0, "1"), (-3.1, "-3.1"), (0.02, "0.02"), (1.0 / 3, "0.3333"),
    (1234.5678, "1234.6"), (12345.678, "12345.7"), (1_234_567.8, "1.235e+06"),
    (1e14, "100000000000000"),
    (1e15, "1e+15"), (0.0001, "0.0001"), (0.00001234, "1.234e-05"), (.nan, "NaN"),
    (.infinity, "inf"), (-.infinity, "-inf"), (0.99999, "1"),
    (Double.leastNonzeroMagnitude, "4.941e-324"),
  ])
  func `a number by itself has four digits and no idle zeros`(_ value: Double, _ text: String) {
    #expect(NumberFormat.text(of: value, digits: 4) == text)
  }

  @Test func `what rounds to nothing has no minus`() {
    #expect(NumberFormat.fixed(decimals: 3).text(of: -0.0004) == "0.000")
    #expect(NumberFormat.fixed(decimals: 3).text(of: -0.0) == "0.000")
    #expect(NumberFormat.fixed(decimals: 25).text(of: -1e-30) == "0.0000000000000000000000000")
  }

  @Test(arguments: [
    (1e-22, -22), (9.99e-5, -5), (1e-4, -4), (0.099, -2), (0.1, -1), (0.9999, -1), (1, 0),
    (9.99, 0),
    (10, 1), (999_999, 5), (1e6, 6), (1e21, 21), (9.9e21, 21), (1e22, 22), (1e300, 300),
    (1e-300, -300), (Double.leastNonzeroMagnitude, -324), (-123.4, 2),
  ])
  func `a number's place among the powers of ten`(_ value: Double, _ exponent: Int) {
    #expect(PowersOfTen.exponent(of: value) == exponent)
  }

  @Test func `the columns a number format takes are those its numbers take`() {
    for seed in 0..<200 as Range<UInt64> {
      var column = ColumnStatistics()
      let values = Array(RandomNumbers(seed: seed, count: 7))
      for value in values { column.add(value, isSingle: seed % 2 == 0) }
      let format = NumberFormat.chosen(for: column, shared: 3, digits: 4)
      let width = values.map { format.text(of: $0).utf8.count }.max() ?? 0
      switch format {
      case .fixed: #expect(column.width(in: format) == width)
      case .scientific: #expect((width...width + 2).contains(column.width(in: format)))
      }
    }
  }
}

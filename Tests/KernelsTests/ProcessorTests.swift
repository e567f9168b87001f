import Kernels
import Testing

@Suite struct ProcessorTests {
  @Test("a build runs where its features are")
  func nothingMissing() {
    #expect(Processor.complaint(required: 0, available: 0) == nil)
    #expect(Processor.complaint(required: 0x1fff, available: 0x3ffff) == nil)
    #expect(
      Processor.complaint(
        required: Processor.requiredFeatures, available: Processor.availableFeatures) == nil)
  }

  @Test("missing features are named, with the build that would run")
  func missingFeatures() {
    #expect(
      Processor.complaint(required: 0x3ffff, available: 0x1fff) == """
        error: built for a processor with avx512f, avx512cd, avx512bw, avx512dq, avx512vl, which \
        this one lacks; build it here, or with PATCHWORK_ARCH=x86-64-v3 in the environment

        """)
    #expect(
      Processor.complaint(required: 0x1fff, available: 0x1f) == """
        error: built for a processor with avx, avx2, fma, bmi, bmi2, lzcnt, movbe, f16c, which \
        this one lacks; build it here, or with PATCHWORK_ARCH=x86-64-v2 in the environment

        """)
  }

  @Test("every feature has a name, and the longest list is whole")
  func everyFeature() throws {
    let complaint = try #require(Processor.complaint(required: (1 << 28) - 1, available: 0))
    #expect(complaint.split(separator: ",").count == 30)
    #expect(complaint.hasSuffix("with PATCHWORK_ARCH=x86-64 in the environment\n"))
  }
}

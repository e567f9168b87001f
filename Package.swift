// swift-tools-version: 6.2
import PackageDescription

// The kernels are compiled for the processor of the machine that builds; PATCHWORK_ARCH names
// another one (`x86-64-v3`, `x86-64`, `apple-m1`) for a build that travels. The flag goes on every
// target: a kernel inlined into a target without it would fall back to calls of `fmaf`.
let architecture = Context.environment["PATCHWORK_ARCH"] ?? "native"
#if arch(arm64)
  let processorFlag = "-mcpu=\(architecture)"
#else
  let processorFlag = "-march=\(architecture)"
#endif

let swift: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
  .unsafeFlags(["-Xcc", processorFlag]),
]
/// Loops over cells are too slow to test with unless they are optimised in debug builds too: the whole
/// module at once, or the tile would not be specialised for its type where it is called. With several
/// threads the compiler still writes one object a file, which the index of a debug build expects.
let optimised: [SwiftSetting] =
  swift + [
    .unsafeFlags(
      ["-O", "-disable-batch-mode", "-whole-module-optimization", "-num-threads", "2"],
      .when(configuration: .debug))
  ]
let c: [CSetting] = [.treatAllWarnings(as: .error)]

/// The prompt is there twice as fast when no Swift library has to be found and bound at the start. The
/// two helpers of Foundation, which swift-argument-parser brings, are not found without being named.
let staticLibraries: [LinkerSetting] = {
  let releaseOnLinux = BuildSettingCondition.when(platforms: [.linux], configuration: .release)
  return [
    .linkedLibrary("_FoundationCollections", releaseOnLinux),
    .linkedLibrary("_FoundationCShims", releaseOnLinux),
    .unsafeFlags(["-static-stdlib"], releaseOnLinux),
  ]
}()

func room(
  _ name: String, _ dependencies: [Target.Dependency], _ settings: [SwiftSetting] = swift
) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ room: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = [])
  -> Target
{
  .testTarget(
    name: "\(room)Tests", dependencies: [.byName(name: room)] + dependencies, resources: resources,
    swiftSettings: swift)
}

let package = Package(
  name: "patchwork",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "patchwork", targets: ["patchwork"]),
    .executable(name: "patchwork-bench", targets: ["patchwork-bench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .target(name: "CSystem", cSettings: c),
    .target(name: "CLibEdit", cSettings: c, linkerSettings: [.linkedLibrary("edit")]),
    .target(
      name: "CPNG", cSettings: c, linkerSettings: [.linkedLibrary("png"), .linkedLibrary("z")]),

    room("Kernels", ["CSystem"], optimised),
    room("Tensors", ["Kernels"], optimised),
    room("Windows", ["Tensors"], optimised),
    room("Convolution", ["Windows"], optimised),
    room("Provenance", ["Convolution"]),
    room("Files", ["Tensors", "Text", "CPNG"]),
    room("Text", []),
    room("Language", ["Text"]),
    room("Rendering", ["Provenance", "Text"]),
    room("Lab", ["Rendering", "Files", "Language", "Text"]),
    room("Terminal", ["Lab", "CLibEdit"]),
    .executableTarget(
      name: "patchwork",
      dependencies: [
        "Terminal", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: swift, linkerSettings: staticLibraries),
    .executableTarget(
      name: "patchwork-bench",
      dependencies: [
        "Convolution", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["compare.py", "jobs.py", "spills.py"],
      swiftSettings: optimised),

    .target(name: "TestFolders", path: "Tests/TestFolders", swiftSettings: swift),
    tests("Kernels"),
    tests("Tensors"),
    tests("Windows"),
    tests("Convolution", resources: [.copy("conformance.json")]),
    tests("Provenance"),
    tests("Files", ["TestFolders"]),
    tests("Text"),
    tests("Language"),
    tests("Rendering"),
    tests("Lab", ["TestFolders"]),
    tests("Terminal", ["TestFolders"]),
    .testTarget(
      name: "PatchworkTests", dependencies: ["patchwork", "TestFolders"], swiftSettings: swift),
  ],
  swiftLanguageModes: [.v6]
)

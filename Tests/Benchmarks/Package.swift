// swift-tools-version: 6.3

import PackageDescription

// The rooms of the house meet at `package` access, which ends where a package ends. The benchmarks of the store are let in
// by taking the name that the package manager gives the house: that of its folder.
let house = String(Context.packageDirectory.split(separator: "/").dropLast(2).last ?? "dotank").lowercased()
let houseName = String(house.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })

let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(path: "../..")],
  targets: [
    .executableTarget(
      name: "benchmarks",
      dependencies: [.product(name: "Rooms", package: house)],
      packageAccess: false,
      swiftSettings: [.unsafeFlags(["-package-name", houseName])])
  ],
  swiftLanguageModes: [.v6]
)

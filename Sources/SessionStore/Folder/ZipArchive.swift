/// Files put together into one, as every system can open it: stored as they are, each with its checksum.
///
/// Written here because no package for it could be had; nothing is compressed, so that there is little to get wrong.
package struct ZipArchive: Sendable {
  /// Names in UTF-8, which bit 11 of the flags says.
  private static let flags: UInt16 = 0x0800
  private static let version: UInt16 = 20
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0
  private let date: (day: UInt16, time: UInt16)

  /// `day` is the date that every file gets, as `2026-11-21`; one before 1980 becomes that year's first day.
  package init(day: String) {
    let parts = day.split(separator: "-").compactMap { UInt16($0) }
    let isKnown = parts.count == 3 && (1980...2107).contains(parts[0])
    date = (isKnown ? (parts[0] - 1980) << 9 | parts[1] << 5 | parts[2] : 0x21, 0)
  }

  /// Whether one more file of that length may come in: the form has 32 bits for lengths and 16 for their number.
  package func hasRoom(for name: String, length: Int) -> Bool {
    bytes.count + directory.count + length + 2 * name.utf8.count + 200 < 0xFFFF_FFFF && count < 0xFFFF
      && name.utf8.count < 0xFFFF
  }

  /// Adds a file; `name` may lead through folders, with slashes.
  package mutating func add(_ content: [UInt8], as name: String) {
    precondition(hasRoom(for: name, length: content.count), "asked for before")
    let offset = UInt32(bytes.count)
    let entry = entry(content, name)
    bytes += Self.little(UInt32(0x0403_4B50)) + entry + Array(name.utf8) + content
    directory += Self.little(UInt32(0x0201_4B50))
    // Made on a system with Unix permissions: readable by everybody, writable by the owner.
    directory += Self.little(0x0300 | Self.version) + entry
    directory += Self.little(UInt16(0)) + Self.little(UInt16(0)) + Self.little(UInt16(0))
    directory += Self.little(UInt32(0o100644) << 16) + Self.little(offset) + Array(name.utf8)
    count += 1
  }

  /// What stands both before the file and in the directory at the end.
  private func entry(_ content: [UInt8], _ name: String) -> [UInt8] {
    let crc = Checksum.of(content, in: 0..<content.count)
    return Self.little(Self.version) + Self.little(Self.flags) + Self.little(UInt16(0)) + Self.little(date.time)
      + Self.little(date.day) + Self.little(crc) + Self.little(UInt32(content.count))
      + Self.little(UInt32(content.count)) + Self.little(UInt16(name.utf8.count)) + Self.little(UInt16(0))
  }

  /// The whole archive.
  package var finished: [UInt8] {
    bytes + directory + Self.little(UInt32(0x0605_4B50)) + Self.little(UInt16(0)) + Self.little(UInt16(0))
      + Self.little(UInt16(count)) + Self.little(UInt16(count)) + Self.little(UInt32(directory.count))
      + Self.little(UInt32(bytes.count)) + Self.little(UInt16(0))
  }

  private static func little<Value: FixedWidthInteger & Sendable>(_ value: Value) -> [UInt8] {
    stride(from: 0, to: Value.bitWidth, by: 8).map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}

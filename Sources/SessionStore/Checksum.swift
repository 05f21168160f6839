/// CRC-32 as in gzip and PNG (polynomial 0xEDB88320), eight bytes a step: finds torn and rotten lines before they are hashed.
enum Checksum {
  // Eight tables of 256 in one row; table k holds the effect of a byte that k more bytes follow.
  private static let table: [UInt32] = {
    var table = (0..<256).map { byte in (0..<8).reduce(UInt32(byte)) { crc, _ in crc >> 1 ^ (crc & 1) &* 0xEDB8_8320 } }
    for index in 256..<2048 {
      let before = table[index - 256]
      table.append(before >> 8 ^ table[Int(before & 255)])
    }
    return table
  }()

  static func of(_ bytes: [UInt8], in range: Range<Int>) -> UInt32 {
    let table = table
    var crc: UInt32 = ~0
    var index = range.lowerBound
    while index &+ 8 <= range.upperBound {
      let low = crc ^ word(bytes, index)
      let high = word(bytes, index &+ 4)
      crc = table[1792 &+ Int(low & 255)] ^ table[1536 &+ Int(low >> 8 & 255)]
      crc ^= table[1280 &+ Int(low >> 16 & 255)] ^ table[1024 &+ Int(low >> 24)]
      crc ^= table[768 &+ Int(high & 255)] ^ table[512 &+ Int(high >> 8 & 255)]
      crc ^= table[256 &+ Int(high >> 16 & 255)] ^ table[Int(high >> 24)]
      index &+= 8
    }
    while index < range.upperBound {
      crc = crc >> 8 ^ table[Int((crc ^ UInt32(bytes[index])) & 255)]
      index &+= 1
    }
    return ~crc
  }

  private static func word(_ bytes: [UInt8], _ index: Int) -> UInt32 {
    UInt32(bytes[index]) | UInt32(bytes[index &+ 1]) << 8 | UInt32(bytes[index &+ 2]) << 16
      | UInt32(bytes[index &+ 3]) << 24
  }
}

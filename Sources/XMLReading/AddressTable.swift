/// Small numbers for addresses: libxml2 keeps each name once, so equal addresses are equal names.
///
/// A plain open table, since a lookup happens for every element and attribute and hashing a string would cost more than
/// parsing it.
struct AddressTable {
  private var addresses: [UInt]
  private var numbers: [Int32]
  private var count = 0

  init() {
    addresses = Array(repeating: 0, count: 256)
    numbers = Array(repeating: 0, count: 256)
  }

  /// The number of an address; none when it is new.
  func number(of address: UInt) -> Int32? {
    let slot = slot(of: address)
    return addresses[slot] == address ? numbers[slot] : nil
  }

  /// Gives an address a number.
  mutating func set(_ number: Int32, for address: UInt) {
    if count * 2 >= addresses.count { grow() }
    let slot = slot(of: address)
    if addresses[slot] == 0 { count += 1 }
    addresses[slot] = address
    numbers[slot] = number
  }

  /// Where an address stands, or the free slot where it belongs.
  private func slot(of address: UInt) -> Int {
    let mask = addresses.count - 1
    var slot = Int(truncatingIfNeeded: (address &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while addresses[slot] != 0, addresses[slot] != address { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = zip(addresses, numbers)
    addresses = Array(repeating: 0, count: addresses.count * 2)
    numbers = Array(repeating: 0, count: addresses.count)
    for (address, number) in old where address != 0 {
      let slot = slot(of: address)
      addresses[slot] = address
      numbers[slot] = number
    }
  }
}

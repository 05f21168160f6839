import SessionStore
import Synchronization

/// A disk in memory that knows what was made durable, can fail any operation and can lose power.
final class MemoryDisk: FileLayer {
  enum Fault: Equatable {
    case fail(FileFailure.Reason)
    /// A write takes this many bytes.
    case short(Int)
    /// Nothing works any more, from this operation on.
    case powerCut
  }

  /// What a power cut leaves of everything that was never synchronized.
  enum Survival: CaseIterable {
    case nothing, everything
    /// Half of the bytes that were added to a file, and every change of names.
    case halfOfAddedBytes
    /// The new lengths, filled with zero bytes, and every change of names.
    case lengthsOnly
    /// Every change of names, no bytes.
    case namesOnly
  }

  struct Node: Equatable {
    var bytes: [UInt8] = []
    var durable: [UInt8] = []
    var isFolder = false
  }

  struct State {
    var nodes: [Int: Node] = [0: Node(isFolder: true)]
    var names: [String: Int] = ["/": 0]
    var durableNames: [String: Int] = ["/": 0]
    var locked: Set<Int> = []
    var operations: [FileFailure.Operation] = []
    var faults: [Int: Fault] = [:]
    var isDead = false
  }

  fileprivate let state: Mutex<State>

  init() { state = Mutex(State()) }
  private init(_ start: State) { state = Mutex(start) }

  /// The operations so far, in order.
  var operations: [FileFailure.Operation] { state.withLock { $0.operations } }

  /// Lets the operation with this number, counted from now and from 0, go wrong.
  func plan(_ fault: Fault, at number: Int) {
    state.withLock { $0.faults[$0.operations.count + number] = fault }
  }

  /// Nothing goes wrong any more.
  func heal() { state.withLock { $0.faults = [:] } }

  /// The disk as the next start of the machine finds it.
  func afterPowerCut(_ survival: Survival) -> MemoryDisk {
    let before = state.withLock { $0 }
    var after = State()
    after.names = survival == .nothing ? before.durableNames : before.names
    after.durableNames = after.names
    for (number, node) in before.nodes {
      let bytes = Self.survivors(of: node, survival)
      after.nodes[number] = Node(bytes: bytes, durable: bytes, isFolder: node.isFolder)
    }
    return MemoryDisk(after)
  }

  private static func survivors(of node: Node, _ survival: Survival) -> [UInt8] {
    let added = node.bytes.starts(with: node.durable) ? Array(node.bytes.dropFirst(node.durable.count)) : []
    switch survival {
    case .nothing, .namesOnly: return node.durable
    case .everything: return node.bytes
    case .halfOfAddedBytes: return node.durable + added.prefix(added.count / 2)
    case .lengthsOnly: return node.durable + [UInt8](repeating: 0, count: added.count)
    }
  }

  /// Counts the operation and lets it go wrong if that is planned; returns how many bytes a write may take.
  fileprivate func begin(_ operation: FileFailure.Operation, _ path: String) throws(FileFailure) -> Int {
    let fault = state.withLock { state -> Fault? in
      defer { state.operations.append(operation) }
      if state.faults[state.operations.count] == .powerCut { state.isDead = true }
      return state.isDead ? .powerCut : state.faults[state.operations.count]
    }
    switch fault {
    case nil: return .max
    case .short(let count): return count
    case .fail(let reason): throw FileFailure(operation, reason, path)
    case .powerCut: throw FileFailure(operation, .inputOutput, path)
    }
  }

  func open(_ path: String, for purpose: FilePurpose) throws(FileFailure) -> any OpenFile {
    _ = try begin(.open, path)
    let result = state.withLock { state -> Result<Int, FileFailure> in
      if let number = state.names[path] {
        if purpose == .creating { return .failure(FileFailure(.open, .exists, path)) }
        if state.nodes[number]?.isFolder == true { return .failure(FileFailure(.open, .isAFolder, path)) }
        return .success(number)
      }
      guard purpose == .creating || purpose == .locking, state.hasFolder(FilePath.parent(of: path)) else {
        return .failure(FileFailure(.open, .notFound, path))
      }
      return .success(state.add(Node(), at: path))
    }
    return MemoryFile(disk: self, number: try result.get(), path: path)
  }

  func rename(_ source: String, to target: String) throws(FileFailure) {
    _ = try begin(.rename, target)
    let moved = state.withLock { state -> Bool in
      guard let number = state.names.removeValue(forKey: source) else { return false }
      state.names[target] = number
      return true
    }
    if !moved { throw FileFailure(.rename, .notFound, target) }
  }

  func remove(_ path: String) throws(FileFailure) {
    _ = try begin(.remove, path)
    if state.withLock({ $0.names.removeValue(forKey: path) }) == nil { throw FileFailure(.remove, .notFound, path) }
  }

  func makeFolder(_ path: String) throws(FileFailure) {
    _ = try begin(.makeFolder, path)
    let reason = state.withLock { state -> FileFailure.Reason? in
      if state.names[path] != nil { return .exists }
      guard state.hasFolder(FilePath.parent(of: path)) else { return .notFound }
      _ = state.add(Node(isFolder: true), at: path)
      return nil
    }
    if let reason { throw FileFailure(.makeFolder, reason, path) }
  }

  func synchronizeFolder(_ path: String) throws(FileFailure) {
    _ = try begin(.synchronize, path)
    state.withLock { state in
      state.durableNames = state.durableNames.filter { FilePath.parent(of: $0.key) != path || $0.key == path }
      for (name, number) in state.names where FilePath.parent(of: name) == path { state.durableNames[name] = number }
    }
  }

  func list(_ path: String) throws(FileFailure) -> [String] {
    _ = try begin(.list, path)
    return state.withLock { state in
      state.names.keys.filter { $0 != "/" && FilePath.parent(of: $0) == path }.map(FilePath.name).sorted()
    }
  }

  func status(_ path: String) throws(FileFailure) -> FileStatus? {
    _ = try begin(.status, path)
    return state.withLock { state in
      guard let number = state.names[path], let node = state.nodes[number] else { return nil }
      return FileStatus(kind: node.isFolder ? .folder : .file, length: node.bytes.count, modified: Int64(number))
    }
  }
}

extension MemoryDisk.State {
  fileprivate func hasFolder(_ path: String) -> Bool { names[path].flatMap { nodes[$0] }?.isFolder == true }

  fileprivate mutating func add(_ node: MemoryDisk.Node, at path: String) -> Int {
    let number = (nodes.keys.max() ?? 0) + 1
    nodes[number] = node
    names[path] = number
    return number
  }
}

private final class MemoryFile: OpenFile {
  private let disk: MemoryDisk
  private let number: Int
  private let path: String
  private let own: Mutex<(offset: Int, holdsLock: Bool)> = Mutex((0, false))

  init(disk: MemoryDisk, number: Int, path: String) {
    self.disk = disk
    self.number = number
    self.path = path
  }

  deinit {
    if own.withLock({ $0.holdsLock }) { _ = disk.state.withLock { $0.locked.remove(number) } }
  }

  private func withBytes<Value: Sendable>(_ work: (inout [UInt8]) -> Value) -> Value {
    disk.state.withLock { work(&$0.nodes[number, default: MemoryDisk.Node()].bytes) }
  }

  func read(upTo count: Int) throws(FileFailure) -> [UInt8] {
    _ = try disk.begin(.read, path)
    let bytes = withBytes { $0 }
    return own.withLock { own in
      let piece = Array(bytes.dropFirst(own.offset).prefix(count))
      own.offset += piece.count
      return piece
    }
  }

  func seek(to offset: Int) throws(FileFailure) {
    _ = try disk.begin(.read, path)
    own.withLock { $0.offset = offset }
  }

  func write(_ bytes: ArraySlice<UInt8>) throws(FileFailure) -> Int {
    let taken = bytes.prefix(try disk.begin(.write, path))
    withBytes { $0 += taken }
    return taken.count
  }

  func synchronize() throws(FileFailure) {
    _ = try disk.begin(.synchronize, path)
    disk.state.withLock { state in
      state.nodes[number, default: MemoryDisk.Node()].durable = state.nodes[number]?.bytes ?? []
    }
  }

  func truncate(to length: Int) throws(FileFailure) {
    _ = try disk.begin(.truncate, path)
    withBytes { $0 = Array($0.prefix(length)) }
  }

  func length() throws(FileFailure) -> Int {
    _ = try disk.begin(.status, path)
    return withBytes { $0.count }
  }

  func tryLock() throws(FileFailure) -> Bool {
    _ = try disk.begin(.lock, path)
    let taken = disk.state.withLock { $0.locked.insert(number).inserted }
    if taken { own.withLock { $0.holdsLock = true } }
    return taken
  }
}

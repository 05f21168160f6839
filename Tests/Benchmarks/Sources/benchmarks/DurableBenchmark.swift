import Foundation
import SessionStore

/// Contributions that are acknowledged when they are on the disk, against a bare loop of write and fdatasync with as many
/// bytes on the same disk, in turn with it.
enum DurableBenchmark {
  private static let rounds = 9
  private static let perRound = 300

  static func run() async throws {
    try await Machine.withScratchFolder { folder in
      let session = try SampleSession()
      let host = try await session.begin(in: folder)
      let before = try size(host.folder.journalPath)
      for number in 0..<perRound { _ = try await host.submit(session.contribution(number)) }
      let frame = (try size(host.folder.journalPath) - before) / perRound

      var (ours, bare): ([Double], [Double]) = ([], [])
      var next = perRound
      for round in 0..<rounds {
        ours.append(
          try await rate(perRound) {
            for number in next..<next + perRound { _ = try await host.submit(session.contribution(number)) }
          })
        next += perRound
        bare.append(
          try await rate(perRound) { try writeAndSync(folder.appending(path: "bare-\(round)").path, frame) })
      }
      print(
        "  one at a time \(rounded(median(ours))) events/s, bare loop \(rounded(median(bare))) writes/s of \(frame) bytes"
      )
      Promise(what: "durable events to bare writes", bound: .atLeast, figure: 0.9).hold(median(ours) / median(bare))
      for senders in [8, 64, 512] {
        let (first, count) = (next, senders * 40)
        let burst = try await rate(count) { try await sendAtOnce(first, count, from: senders, session, host) }
        next += count
        print(
          "  \(senders) senders at once: \(rounded(burst)) events/s, \(rounded(burst / median(bare))) times the bare loop"
        )
      }
    }
  }

  private static func sendAtOnce(
    _ first: Int, _ count: Int, from senders: Int, _ session: SampleSession, _ host: SessionHost
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for sender in 0..<senders {
        group.addTask {
          for number in stride(from: first + sender, to: first + count, by: senders) {
            _ = try await host.submit(session.contribution(number))
          }
        }
      }
      try await group.waitForAll()
    }
  }

  private static func writeAndSync(_ path: String, _ bytes: Int) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0o600)
    defer { close(file) }
    let line = [UInt8](repeating: UInt8(ascii: "x"), count: bytes)
    for _ in 0..<perRound {
      guard write(file, line, bytes) == bytes, synchronize(file) == 0 else {
        throw Trouble("\(path) cannot be written")
      }
    }
  }

  private static func synchronize(_ file: Int32) -> Int32 {
    #if canImport(Darwin)
      fcntl(file, F_FULLFSYNC)
    #else
      fdatasync(file)
    #endif
  }

  private static func rate(_ count: Int, _ work: () async throws -> Void) async throws -> Double {
    let start = ContinuousClock.now
    try await work()
    return Double(count) / start.duration(to: .now).seconds
  }

  private static func size(_ path: String) throws -> Int {
    try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
  }
}

internal import SessionEngine

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Turns the engine's events into the journal's bodies and back; the same event always gives the same bytes.
enum EventCoding {
  /// The event's content as one JSON object with sorted keys.
  ///
  /// A reason that came with the command stands in it too, as `because`: it is somebody's words, which can be erased.
  ///
  /// A session's first event also brings the key that its commands' fingerprints are made with: `fingerprintKey`.
  static func body(of event: Event, key: String? = nil) throws(SessionStoreError) -> [UInt8] {
    try json(
      StoredEvent(content: event.body.content, reason: event.reason, key: key), named: type(of: event.body.content).type
    )
  }

  /// What tells a repeated command from another one under the same id: 128 bits of the SHA-256 of a key and what it says.
  ///
  /// The fingerprint is kept for ever; once the key is erased, nobody can try out on it what somebody may have said.
  static func digest(of command: Command, key: String) throws(SessionStoreError) -> String {
    let said = StoredCommand(actor: command.actor, reason: command.reason, body: command.body)
    return String(JournalHash(of: try Array(key.utf8) + json(said, named: "command")).description.prefix(32))
  }

  /// Draws a key for fingerprints: 128 bits.
  static func key(from random: inout some RandomNumberGenerator) -> String {
    var bytes: [UInt8] = []
    for _ in 0..<2 { Hexadecimal.append(random.next(), to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The key for fingerprints that a session's first event brings; nil once it is erased.
  static func key(in frame: JournalFrame) -> String? {
    guard frame.spine.sequence == 1, let body = frame.body.flatMap({ JSONBody($0) }) else { return nil }
    var start = 1
    return body.value(of: keyName, in: 0, from: &start).flatMap(body.text)
  }

  static let keyName = StoredKey.fingerprintKey.rawValue

  /// Reads an event; refused when this version does not know its type or its version, or its words were erased.
  static func event(in frame: JournalFrame) throws(SessionStoreError) -> Event {
    let spine = frame.spine
    guard let type = EventBody.contentType(named: spine.type), spine.version <= type.version else {
      throw SessionStoreError(
        .newerFormat,
        "entry \(spine.sequence) is of a kind that this version does not know ('\(spine.type)' \(spine.version))",
        remedy: "install the newest version of dotank to go on with this session", exit: .data)
    }
    guard let body = frame.body, let actor = Actor(spine.actor), let stored = stored(type, body) else {
      throw SessionStoreError(
        .unreadableEvent,
        "entry \(spine.sequence) ('\(spine.type)') cannot be read\(frame.body == nil ? ": its words were erased" : "")",
        remedy: "the entries before it can be read; `dotank show` opens the session read-only", exit: .data)
    }
    return Event(
      sequence: spine.sequence, command: CommandID(spine.command), commandDigest: spine.commandDigest, actor: actor,
      wall: spine.wall, elapsed: spine.elapsed, reason: stored.reason, body: stored.content.asBody)
  }

  private static func stored(
    _ type: any EventContent.Type, _ bytes: ArraySlice<UInt8>
  ) -> (content: any EventContent, reason: String?)? {
    guard let body = JSONBody(bytes), let content = try? type.init(from: BodyDecoder(body: body, node: 0)) else {
      return nil
    }
    var start = 1
    let reason = body.value(of: StoredKey.because.rawValue, in: 0, from: &start)
    return (content, reason.flatMap(body.text))
  }

  private static func json(_ value: some Encodable, named name: String) throws(SessionStoreError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do { return Array(try encoder.encode(value)) } catch {
      throw SessionStoreError(.badEvent, "'\(name)' cannot be written down: \(error)", exit: .internalError)
    }
  }
}

private enum StoredKey: String, CodingKey { case because, fingerprintKey }

private struct StoredEvent: Encodable {
  let content: any EventContent
  let reason: String?
  let key: String?

  func encode(to encoder: any Encoder) throws {
    try content.encode(to: encoder)
    guard reason != nil || key != nil else { return }
    var container = encoder.container(keyedBy: StoredKey.self)
    try container.encodeIfPresent(reason, forKey: .because)
    try container.encodeIfPresent(key, forKey: .fingerprintKey)
  }
}

private struct StoredCommand: Encodable {
  let actor: Actor
  let reason: String?
  let body: CommandBody
}

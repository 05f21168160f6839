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
  static func body(of event: Event) throws(SessionStoreError) -> [UInt8] {
    try json(StoredEvent(content: event.body.content, reason: event.reason), named: type(of: event.body.content).type)
  }

  /// What tells a repeated command from another one under the same id: 128 bits of the SHA-256 of what it says.
  static func digest(of command: Command) throws(SessionStoreError) -> String {
    let said = StoredCommand(actor: command.actor, reason: command.reason, body: command.body)
    return String(JournalHash(of: try json(said, named: "command")).description.prefix(32))
  }

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

  private static func stored<Content: EventContent>(
    _ type: Content.Type, _ body: ArraySlice<UInt8>
  ) -> (content: any EventContent, reason: String?)? {
    let decoder = JSONDecoder()
    // Most events came without a reason; looking for it in each would cost as much again as the event.
    guard ReasonKey.mayStand(in: body) else {
      return (try? decoder.decode(Content.self, from: Data(body))).map { ($0, nil) }
    }
    return (try? decoder.decode(Recalled<Content>.self, from: Data(body))).map { ($0.content, $0.reason) }
  }

  private static func json(_ value: some Encodable, named name: String) throws(SessionStoreError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do { return Array(try encoder.encode(value)) } catch {
      throw SessionStoreError(.badEvent, "'\(name)' cannot be written down: \(error)", exit: .internalError)
    }
  }
}

private enum ReasonKey: String, CodingKey {
  case because

  private static let quoted = Array(#""because":"#.utf8)

  /// Whether a body has the key somewhere; inside a text its quotes would be escaped.
  static func mayStand(in body: ArraySlice<UInt8>) -> Bool {
    guard body.count >= quoted.count else { return false }
    for start in body.startIndex...body.endIndex - quoted.count
    where body[start] == quoted[0] && body[start + 1] == quoted[1] {
      if body[start..<start + quoted.count].elementsEqual(quoted) { return true }
    }
    return false
  }
}

private struct StoredEvent: Encodable {
  let content: any EventContent
  let reason: String?

  func encode(to encoder: any Encoder) throws {
    try content.encode(to: encoder)
    guard let reason else { return }
    var container = encoder.container(keyedBy: ReasonKey.self)
    try container.encode(reason, forKey: .because)
  }
}

private struct Recalled<Content: EventContent>: Decodable {
  let content: Content
  let reason: String?

  init(from decoder: any Decoder) throws {
    content = try Content(from: decoder)
    reason = try decoder.container(keyedBy: ReasonKey.self).decodeIfPresent(String.self, forKey: .because)
  }
}

private struct StoredCommand: Encodable {
  let actor: Actor
  let reason: String?
  let body: CommandBody
}

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

  private static func stored(
    _ type: any EventContent.Type, _ bytes: ArraySlice<UInt8>
  ) -> (content: any EventContent, reason: String?)? {
    guard let body = JSONBody(bytes), let content = try? type.init(from: BodyDecoder(body: body, node: 0)) else {
      return nil
    }
    var start = 1
    let reason = body.value(of: ReasonKey.because.rawValue, in: 0, from: &start)
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

private enum ReasonKey: String, CodingKey { case because }

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

private struct StoredCommand: Encodable {
  let actor: Actor
  let reason: String?
  let body: CommandBody
}

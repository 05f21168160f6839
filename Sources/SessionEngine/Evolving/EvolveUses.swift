extension SessionState {
  /// Keeps what a used method was given, and names the values that were made for it.
  mutating func noteUse(_ frame: Frame, _ event: Event) {
    guard let given = frame.given else { return }
    for (setting, things) in given.things {
      for (thing, words) in zip(things, given.settings[setting] ?? []) where thing.isGiven { givenWords[thing] = words }
    }
    uses.append(
      RecordedUse(
        place: frame.place, path: frame.path, given: given, people: roster.present.count, sequence: event.sequence,
        enteredWall: event.wall))
  }

  mutating func endUse(_ content: UseEnded, _ event: Event) {
    if let frame = frames.lastIndex(where: { $0.path == content.path && $0.given != nil }) {
      frames.removeSubrange(frame...)
    }
    leaf = .none
    guard let use = uses.lastIndex(where: { $0.path == content.path }) else { return }
    uses[use].end = content.name
    uses[use].endText = content.text
    uses[use].endedWall = event.wall
  }
}

extension ThingRef {
  /// A value that was made of words given to a list setting of a used method.
  var isGiven: Bool { kind == .value && id.utf8.contains(UInt8(ascii: "~")) }

  /// The n-th of the words given to a setting at a place; each run of a use has its own.
  static func given(_ number: Int, to setting: String, at path: InstancePath) -> ThingRef {
    .value("\(number)", of: "\(setting)~\(path.raw.replacing("/", with: "."))")
  }
}

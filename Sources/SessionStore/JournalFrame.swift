package import SessionEngine

/// One event on disk: a spine that is kept for ever, and a body that can be erased without breaking the chain.
///
/// On disk it is one line, one JSON object:
///
///     {"crc":"8 digits","hash":"64 digits","spine":{...},"body":{...}}
///
/// `crc` is the CRC-32 of everything behind it, `hash` the SHA-256 of the spine's exact bytes. An erased body reads `null`.
package struct JournalFrame: Sendable, Equatable {
  package var spine: JournalSpine
  /// The SHA-256 of the spine, which the next frame names as `previous`.
  package var hash: JournalHash
  /// The event as a JSON object, exactly the bytes that were given; nil once erased.
  package var body: ArraySlice<UInt8>?
  /// Where its line begins in the file.
  package var offset: Int
  /// How many bytes its line has, with the line feed.
  package var length: Int
}

/// What is kept of an event for ever: its place, its time, who sent it, and fingerprints instead of words.
package struct JournalSpine: Sendable, Equatable {
  /// The format that this version writes. Every format keeps `crc` and `hash` in front and begins its spine with `format`.
  package static let format = 1

  /// 1, 2, 3, … without gaps.
  package var sequence: Int
  /// Which of its command's events this is, from 1 to `parts`; a command's events count together or not at all.
  package var part: Int
  package var parts: Int
  /// The event's type and the version of that type; the journal knows neither's meaning.
  package var type: String
  package var version: Int
  /// Seconds on the session's own clock.
  package var elapsed: Int
  package var wall: WallTime
  package var command: String
  /// A fingerprint of the command's body, which tells a repeat from a reused id.
  package var commandDigest: String
  package var actor: String
  /// The hash of the frame before, or zero.
  package var previous: JournalHash
  package var salt: JournalSalt
  /// The SHA-256 of the salt's sixteen bytes followed by the body's exact bytes.
  package var bodyHash: JournalHash
}

/// An accepted command with its events, to be appended.
package struct JournalCommand: Sendable, Equatable {
  package struct Event: Sendable, Equatable {
    package var type: String
    package var version: Int
    /// A JSON object in one line.
    package var body: [UInt8]
    package var salt: JournalSalt

    package init(type: String, version: Int, body: [UInt8], salt: JournalSalt) {
      self.type = type
      self.version = version
      self.body = body
      self.salt = salt
    }
  }

  package var id: String
  package var digest: String
  package var actor: String
  /// Seconds on the session's own clock, never negative.
  package var elapsed: Int
  package var wall: WallTime
  package var events: [Event]

  package init(id: String, digest: String, actor: String, elapsed: Int, wall: WallTime, events: [Event]) {
    self.id = id
    self.digest = digest
    self.actor = actor
    self.elapsed = elapsed
    self.wall = wall
    self.events = events
  }
}

extension JournalFrame {
  /// This frame with its words gone; its spine and its hash stay, so the chain still verifies.
  package var erased: JournalFrame {
    var frame = self
    frame.body = nil
    return frame
  }

  /// The frame's line, with its line feed, as it stands in the file.
  package var line: [UInt8] {
    var bytes: [UInt8] = []
    JournalEncoding.append(spine, body: body, to: &bytes)
    return bytes
  }
}

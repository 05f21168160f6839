package import SessionEngine

/// A method laid out for its day, or for several: when what begins, for how long, who works with whom, what has to be there.
///
/// A value made by pure code; every format of the run sheet is written from it alone. Seconds count from the start.
package struct RunSheet: Sendable, Hashable {
  package var method: String
  package var version: String
  package var language: String
  package var title: String
  package var purpose: String
  package var people: Int
  package var isRemote: Bool
  package var day: CalendarDate?
  /// Seconds after midnight.
  package var start: Int
  /// Seconds that it takes, once cut to the end that is wanted; days in between not counted.
  package var seconds: Int
  /// When it ends, in seconds from the start, days in between counted.
  package var ends: Int
  /// Seconds that the method plans.
  package var planned: Int
  /// How it meets the end that is wanted; `nil` when none was named.
  package var fitting: Fitting?
  package var settings: [Setting]
  package var roles: [Role]
  package var materials: [Material]
  package var rows: [Row]
  package var origins: [String]

  /// How the method was made to end in time, or by how much it does not.
  package struct Fitting: Sendable, Hashable {
    /// Seconds from the start to the end that is wanted.
    package var wanted: Int
    package var plan: Replan
    /// Titles of what is left out.
    package var leftOut: [String]
    /// Titles of what takes longest even so; empty when it fits.
    package var holding: [String]
  }

  /// Something asked for before the start; no value where none is known.
  package struct Setting: Sendable, Hashable {
    package var id: String
    package var ask: String
    package var value: String?
    package var isNeeded: Bool
  }

  package struct Role: Sendable, Hashable {
    package var id: String
    package var title: String
    /// As `1`, `1..2`.
    package var people: String
    /// How somebody comes to it, as `volunteers, in each group`.
    package var how: String
    package var text: String
  }

  package struct Material: Sendable, Hashable {
    package var text: String
    package var count: Int
    /// How it was counted, as `1 for each of 24 people`; empty for what the room needs once.
    package var how: String
  }

  /// One line of the sheet.
  package struct Row: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
      case step, rest = "break", checkpoint, heading, way, exit
      /// Days in which each works in their own time.
      case window
    }

    /// Where it stands, as `rounds#2/objection@1/hear`; the only one of its kind in the sheet.
    package var path: String
    package var kind: Kind
    /// How deep it stands inside phases, loops and ways, from 0.
    package var depth: Int
    package var title: String
    /// A break in which people change places.
    package var isChangeover = false
    /// Seconds from the start of the sheet; `nil` off the likely path.
    package var begins: Int?
    /// Days from the start of the sheet to the meeting that it belongs to; before the first meeting less than none.
    package var day = 0
    /// How long a window is open, in seconds of the calendar.
    package var lasts: Int?
    /// Seconds it takes here.
    package var seconds: Int
    /// Seconds that the method plans; more than `seconds` when it was cut.
    package var planned: Int
    /// How its length comes about; empty where it is simply written down.
    package var how = ""
    /// Who works with whom.
    package var who = ""
    /// How many people are in each group.
    package var groups: [Int] = []
    package var says: [String] = []
    /// What roles do, announcements at a moment, tips: each with who or when.
    package var notes: [Note] = []
    /// That it can be left out, that it was, how often it comes.
    package var remarks: [String] = []
    /// Some of its texts are there in some rounds only.
    package var changesByRound = false

    /// What a reader knows once it was read: a step that comes again, unless other things are said in it.
    package var told: String {
      let place = String(path.split(separator: "/").last ?? "")
      return changesByRound ? ([place] + says + notes.map(\.text)).joined(separator: "\n") : place
    }
  }

  /// Whether it spreads over days: there are windows, or meetings on other days.
  package var isOverDays: Bool { rows.contains { $0.day != 0 || $0.lasts != nil } }

  /// A text for somebody, or for a moment.
  package struct Note: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable { case role, cue, tip }

    package var kind: Kind
    /// A role's title, or `1 min before the end`; empty for a tip.
    package var label: String
    package var text: String
  }
}

/// What a run sheet is made for.
package struct Occasion: Sendable, Hashable {
  package var people: Int
  package var language: String
  package var isRemote = false
  package var settings: [String: [String]] = [:]
  package var day: CalendarDate?
  /// Seconds after midnight.
  package var start: Int
  /// Seconds after the midnight before the start; more than a day's when it ends on a later one.
  package var end: Int?

  package init(people: Int, language: String, start: Int) {
    self.people = people
    self.language = language
    self.start = start
  }
}

package import MethodModel

/// What somebody wants to happen, with everything that `decide` may use: nothing is read from outside.
package struct Command: Sendable, Hashable {
  /// The key under which it is accepted once.
  package var id: CommandID
  package var actor: Actor
  package var wall: WallTime
  /// Seconds of running time since the session started, pauses of the program left out.
  package var elapsed: Int
  /// Feeds every draw that this command causes.
  package var seed: UInt64
  /// The control sequence the sender saw (`SessionState.controlSequence`); `nil` where it does not matter.
  package var basedOn: Int?
  /// A fingerprint of the body, to tell a repeat from a reused id.
  package var digest: String
  package var reason: String?
  /// What waits in the urn, by activity, the ballot of this command included; brought by whoever keeps it.
  package var urn: [RunID: [SealedBallot]] = [:]
  /// The sender proved to be the one who handed in before, and replaces that.
  package var replacesBallot = false
  /// The track it acts on; `nil`: the one that has the focus.
  package var track: TrackID?
  package var body: CommandBody

  package init(
    id: CommandID, actor: Actor, wall: WallTime, elapsed: Int, seed: UInt64 = 0, basedOn: Int? = nil,
    digest: String = "", reason: String? = nil, track: TrackID? = nil, body: CommandBody
  ) {
    self.id = id
    self.actor = actor
    self.wall = wall
    self.elapsed = elapsed
    self.seed = seed
    self.basedOn = basedOn
    self.digest = digest
    self.reason = reason
    self.track = track
    self.body = body
  }
}

/// The commands, by family.
package enum CommandBody: Sendable, Hashable, Codable {
  case start(StartSession)
  // Flow
  case next
  case answer(Answer)
  case verdict(GiveVerdict)
  case judge(GiveJudgement)
  case goTo(GoTo)
  case returnToOrigin
  case skip
  case insert(InsertStep)
  case undo
  /// Looks after another track.
  case track(TrackID)
  case queue(ChangeQueue)
  case turn(MoveTurn)
  // Time
  case extend(seconds: Int)
  case pause
  case resume(gap: Int)
  case applyPlan(ApplyPlan)
  case end(as: String)
  case timeReached
  // Entries
  case close
  case reveal
  case admit(EntryID)
  case add(AddEntry)
  case reword(RewordEntry)
  case withdraw(EntryID)
  case merge(MergeEntries)
  case split(SplitEntry)
  case sort(SortThings)
  case link(LinkThings)
  case fill(FillCell)
  case choose(ChooseThings)
  case mark(SetMark)
  case handIn(HandIn)
  case admitBallot(AdmitBallot)
  case tally(EnterTally)
  /// What an outcome holds counts although something it rests on was replaced; wants a reason.
  case keep(outcome: String)
  case note(String)
  /// A photo of what stands on paper, as a file that was kept.
  case photo(String)
  // What came of it
  case action(ChangeAction)
  case redact(RedactPerson)
  // People
  case assign(role: String, person: PersonID)
  case unassign(role: String, person: PersonID)
  case arrive(Person)
  case leave(PersonID)
  case form(set: String)
  case move(person: PersonID, to: String)
  /// Everybody of a group goes into another of the same set.
  case joinGroups(from: String, into: String)
}

/// Who is there, what was set, and when the session shall end.
package struct StartSession: Sendable, Hashable, Codable {
  package var methodHash: String
  package var language: String
  package var mode: Mode
  /// Of the methods that it uses, by their ids on the way to them (`talk/pairs`).
  package var usedHashes: [String: String]?
  /// What earlier sessions came to, by the settings that name them.
  package var earlier: [String: EarlierOutcome]?
  /// What is still open of earlier sessions.
  package var carried: [CarriedAction]?
  package var settings: [String: [String]]
  package var people: [Person]
  package var roles: [String: [PersonID]]
  /// Seconds from the start to the agreed end; `nil`: as planned.
  package var agreedEnd: Int?
  /// A session with simulated people.
  package var rehearsal: Bool
  package var site: String?
  /// Words under which the session is found again among others.
  package var tags: [String]?
  /// The host has confirmed that the number of people does not fit the method.
  package var acceptsSize: Bool

  package init(
    methodHash: String, language: String, mode: Mode = .room, settings: [String: [String]] = [:], people: [Person],
    roles: [String: [PersonID]] = [:], agreedEnd: Int? = nil, rehearsal: Bool = false, site: String? = nil,
    acceptsSize: Bool = false
  ) {
    self.methodHash = methodHash
    self.language = language
    self.mode = mode
    self.settings = settings
    self.people = people
    self.roles = roles
    self.agreedEnd = agreedEnd
    self.rehearsal = rehearsal
    self.site = site
    self.acceptsSize = acceptsSize
  }
}

/// The answer to a stop point: one of its options.
package struct Answer: Sendable, Hashable, Codable {
  package var stop: InstancePath
  package var option: String

  package init(stop: InstancePath, option: String) {
    self.stop = stop
    self.option = option
  }
}

/// What a checkpoint's decider says.
package struct GiveVerdict: Sendable, Hashable, Codable {
  package var verdict: CheckpointVerdict
  /// Conditions on a pass; each becomes an action.
  package var conditions: [String]

  package init(_ verdict: CheckpointVerdict, conditions: [String] = []) {
    self.verdict = verdict
    self.conditions = conditions
  }
}

/// The three ways out of a checkpoint.
package enum CheckpointVerdict: String, Sendable, Hashable, Codable, CaseIterable { case pass, rework, stop }

/// A judge's answer to one criterion, by its number among the checkpoint's judgements, from 0.
package struct GiveJudgement: Sendable, Hashable, Codable {
  package enum Answer: String, Sendable, Hashable, Codable, CaseIterable { case yes, no, notYet = "not-yet" }

  package var index: Int
  package var answer: Answer

  package init(index: Int, answer: Answer) {
    self.index = index
    self.answer = answer
  }
}

/// A move to another place.
package struct GoTo: Sendable, Hashable, Codable {
  package enum Target: Sendable, Hashable, Codable {
    /// The leaf before this one.
    case before
    /// This leaf.
    case here
    /// The newest instance of a place, or the place itself if it never ran.
    case place(String)
  }

  package var target: Target
  /// `true`: a new take; `false`: the newest take again as it was.
  package var again: Bool

  package init(_ target: Target, again: Bool) {
    self.target = target
    self.again = again
  }
}

/// A one-off step after the present leaf.
package struct InsertStep: Sendable, Hashable, Codable {
  package var title: String
  package var seconds: Int
  package var say: String?

  package init(title: String, seconds: Int, say: String? = nil) {
    self.title = title
    self.seconds = seconds
    self.say = say
  }
}

/// A new entry of a collecting or committing activity, with an id of the sender's.
package struct AddEntry: Sendable, Hashable, Codable {
  /// `nil`: the activity that is open now.
  package var run: RunID?
  package var id: EntryID
  /// Whose words they are; `nil`: not said.
  package var author: PersonID?
  /// Whose entry it is; `nil`: the author's part, or the only part.
  package var part: String?
  package var fields: [String: String]
  /// The thing it takes over.
  package var copyOf: ThingRef?
  /// The thing it answers, where things are replied to.
  package var about: ThingRef?

  package init(
    run: RunID? = nil, id: EntryID, author: PersonID? = nil, part: String? = nil, fields: [String: String],
    copyOf: ThingRef? = nil, about: ThingRef? = nil
  ) {
    self.run = run
    self.id = id
    self.about = about
    self.author = author
    self.part = part
    self.fields = fields
    self.copyOf = copyOf
  }
}

/// New words for an entry.
package struct RewordEntry: Sendable, Hashable, Codable {
  package var id: EntryID
  package var fields: [String: String]
  /// `nil`: the same.
  package var meaning: Meaning?

  package init(id: EntryID, fields: [String: String], meaning: Meaning? = nil) {
    self.id = id
    self.fields = fields
    self.meaning = meaning
  }
}

/// Whether new words say the same as those before, or something else on which nothing rests yet.
package enum Meaning: String, Sendable, Hashable, Codable, CaseIterable { case same, changed }

/// One cell of a document, or one field of a thing.
package struct FillCell: Sendable, Hashable, Codable {
  package var run: RunID?
  /// The thing whose field it is, when the activity is about several; `nil`: the only one.
  package var thing: ThingRef?
  package var author: PersonID?
  package var part: String?
  package var field: String
  package var text: String
  /// The version the sender saw.
  package var base: Int?
  /// `nil`: changed where words of a document are replaced, else the same.
  package var meaning: Meaning?

  package init(
    run: RunID? = nil, thing: ThingRef? = nil, author: PersonID? = nil, part: String? = nil, field: String = "text",
    text: String, base: Int? = nil, meaning: Meaning? = nil
  ) {
    self.meaning = meaning
    self.run = run
    self.thing = thing
    self.author = author
    self.part = part
    self.field = field
    self.text = text
    self.base = base
  }
}

/// A unit's own choice among the things put up; replaces its earlier one.
package struct ChooseThings: Sendable, Hashable, Codable {
  package var run: RunID?
  package var part: String?
  package var author: PersonID?
  package var things: [ThingRef]
  /// Needed where one decides for all.
  package var reason: String?

  package init(
    run: RunID? = nil, part: String? = nil, author: PersonID? = nil, things: [ThingRef], reason: String? = nil
  ) {
    self.run = run
    self.part = part
    self.author = author
    self.things = things
    self.reason = reason
  }
}

/// One mark: dots, an approval, a place, a rating or a signal; later replaces earlier.
package struct SetMark: Sendable, Hashable, Codable {
  package var run: RunID?
  package var unit: UnitRef
  package var thing: ThingRef
  package var criterion: String?
  /// A number, a point of the scale, or a signal; `nil` is a pass ("don't know").
  package var value: String?
  package var reason: String?

  package init(
    run: RunID? = nil, unit: UnitRef, thing: ThingRef, criterion: String? = nil, value: String?, reason: String? = nil
  ) {
    self.run = run
    self.unit = unit
    self.thing = thing
    self.criterion = criterion
    self.value = value
    self.reason = reason
  }
}

/// The count of hands or dots for one thing, entered for the whole room.
package struct EnterTally: Sendable, Hashable, Codable {
  package var run: RunID?
  package var thing: ThingRef
  package var total: Number
  /// How many people voted in all, when it was counted.
  package var ballots: Int?

  package init(run: RunID? = nil, thing: ThingRef, total: Number, ballots: Int? = nil) {
    self.run = run
    self.thing = thing
    self.total = total
    self.ballots = ballots
  }
}

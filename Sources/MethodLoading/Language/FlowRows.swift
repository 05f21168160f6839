extension Language {
  /// The sequence of a method: what comes after what.
  static let flowRows: [ElementRow] = [
    ElementRow(.agenda, [], .elements([Slot(flow.union([.replace, .insert, .remove]), .some)])),
    ElementRow(.replace, [AttributeRow(.ref, .localName, required: true)], .elements([Slot(body, .some)])),
    ElementRow(
      .insert, [AttributeRow(.before, .localName), AttributeRow(.after, .localName)], .elements([Slot(body, .some)])),
    ElementRow(.remove, [AttributeRow(.ref, .localName, required: true)]),
    flowRow(
      .phase,
      [
        AttributeRow(.with, .participation), AttributeRow(.clock, .word(["shared", "own"]), default: "shared"),
        AttributeRow(.optional, .yesNo, default: "no"),
      ], [.optionalText(.title), .any(.tip), Slot(flow, .some)]),
    flowRow(
      .step,
      [
        AttributeRow(.time, .time, required: true), AttributeRow(.shortest, .duration),
        AttributeRow(.longest, .duration), AttributeRow(.with, .participation, default: "room"),
        AttributeRow(.voice, .word(["spoken", "silent", "turns"]), default: "spoken"), AttributeRow(.turn, .duration),
        AttributeRow(.order, .speakers), AttributeRow(.silent, .silentOnes),
        AttributeRow(.listens, .silentOnes), cut(default: "shorten"),
        AttributeRow(.onOverrun, .word(["ask", "extend", "stop"]), default: "ask"),
        AttributeRow(.optional, .yesNo, default: "no"),
      ], [.text(.title), Slot(stepTexts.union(activities), .any)]),
    flowRow(
      .break,
      [
        AttributeRow(.time, .time, required: true), AttributeRow(.shortest, .duration), cut(default: "shorten"),
        AttributeRow(.float, .yesNo, default: "no"),
      ], [.optionalText(.title)]),
    flowRow(
      .repeat, [AttributeRow(.rounds, .whole(settings: true), required: true), AttributeRow(.expect, .expectation)],
      [Slot(flow, .any), .optional(.until), Slot(flow, .any), .optional(.exhausted)]),
    ElementRow(.until, [], .elements([Slot(condition, .once)])),
    ElementRow(.exhausted, [], .elements([Slot(body, .any)])),
    flowRow(
      .forEach,
      [
        AttributeRow(.itemOf, .source, required: true), AttributeRow(.as, .newName, required: true),
        AttributeRow(.in, .sources), AttributeRow(.except, .sources), AttributeRow(.order, .order, default: "made"),
        rising,
        AttributeRow(.atOnce, .yesNo, default: "no"), AttributeRow(.within, .duration),
        AttributeRow(.atEnd, .word(["ask", "finish", "leave"]), default: "ask"),
        AttributeRow(.rest, .newName),
      ], [.any(.where), Slot(flow, .some)]),
    flowRow(.parallel, [], [Slot([.phase], .atLeastTwo)]),
    flowRow(
      .rotate,
      [
        AttributeRow(.move, .source, required: true), AttributeRow(.along, .roles),
        AttributeRow(.through, .source, required: true),
        AttributeRow(.as, .newName), AttributeRow(.stay, .whoSeveral), AttributeRow(.never, .word(["own"])),
        AttributeRow(.rounds, .whole(settings: true)), AttributeRow(.changeover, .duration),
      ], [Slot(flow, .some)]),
    flowRow(.branch, [], [.some(.when), .once(.otherwise)]),
    ElementRow(.when, [], .elements([Slot(condition, .once), Slot(body, .any)])),
    ElementRow(.otherwise, [], .elements([Slot(body, .any)])),
    flowRow(
      .choice, [AttributeRow(.by, .decider, default: "facilitator")],
      [.optionalText(.question), Slot([.option], .atLeastTwo)]),
    ElementRow(
      .option, [AttributeRow(.id, .localName, required: true)], .elements([.text(.title), Slot(body, .any)])),
    flowRow(
      .use,
      [
        AttributeRow(.method, .methodID, required: true), AttributeRow(.only, .anything), AttributeRow(.time, .time),
        AttributeRow(.shortest, .duration), cut(default: "shorten"),
      ],
      [.any(.give), .any(.take)]),
    ElementRow(
      .give, [AttributeRow(.setting, .localName, required: true), AttributeRow(.outcome, .source), language],
      .characters),
    ElementRow(
      .take, [AttributeRow(.outcome, .localName, required: true), AttributeRow(.into, .newName, required: true)]),
    flowRow(.meeting, [AttributeRow(.minutes, .range)], [.optionalText(.title), Slot(flow, .some)]),
    flowRow(
      .window, [AttributeRow(.lasts, .duration, required: true)], [.optionalText(.title), Slot(flow, .some)]),
  ]

  /// A moment of decision, and the ways out of it.
  static let checkpointRows: [ElementRow] = [
    flowRow(
      .checkpoint,
      [
        AttributeRow(.by, .decider, required: true), AttributeRow(.time, .time, required: true),
        AttributeRow(.shortest, .duration), cut(default: "shorten"),
      ],
      [.text(.question), .optional(.criteria), .optional(.pass), .optional(.rework), .optional(.stop)]),
    ElementRow(.criteria, [], .elements([Slot(condition, .some)])),
    ElementRow(.pass, [], .elements([Slot(body, .any)])),
    ElementRow(.rework, [], .elements([.optional(.when), Slot(body, .any)])),
    ElementRow(.stop, [], .elements([.optional(.when), Slot(body, .any)])),
    ElementRow(
      .back,
      [
        AttributeRow(.to, .place, required: true), AttributeRow(.atMost, .whole(settings: true)),
        AttributeRow(.for, .operand),
      ]),
    ElementRow(.end, [AttributeRow(.as, .localName, required: true)], .elements([.optionalText(.text)])),
  ]

  private typealias Slot = ElementRow.Slot

  private static func flowRow(
    _ name: ElementName, _ attributes: [AttributeRow], _ slots: [ElementRow.Slot]
  ) -> ElementRow {
    ElementRow(name, [AttributeRow(.id, .newPlace), mode, inRound] + attributes, .elements(slots))
  }

  private static func cut(default word: String) -> AttributeRow {
    AttributeRow(.cut, .word(["shorten", "keep", "skip"]), default: word)
  }
}

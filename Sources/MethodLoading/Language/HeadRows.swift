extension Language {
  /// The method, its description and the sections of its head.
  static let headRows: [ElementRow] = [
    ElementRow(
      .method,
      [
        AttributeRow(.id, .methodID, required: true), AttributeRow(.version, .anything, required: true),
        AttributeRow(.language, .languageTag, required: true), AttributeRow(.variantOf, .methodID),
      ],
      .elements([
        .text(.title), .text(.purpose), .any(.origin), .once(.fit), .optional(.settings), .optional(.people),
        .optional(.roles), .optional(.groupings), .optional(.scales), .optional(.lists), .optional(.materials),
        .optional(.delivers), .once(.agenda),
      ])),
    ElementRow(
      .fit,
      [
        AttributeRow(.people, .ranges, required: true), AttributeRow(.ideal, .whole(settings: false)),
        AttributeRow(.minutes, .ranges),
        AttributeRow(
          .pillar,
          .words(["research", "practitioner-support", "practical-methodologies", "systems-leadership"])), mode,
      ], .elements([.any(.useWhen), .any(.avoidWhen)])),
    ElementRow(.settings, [], .elements([.some(.setting)])),
    ElementRow(.people, [], .elements([.some(.field)])),
    ElementRow(.roles, [], .elements([.some(.role)])),
    ElementRow(.groupings, [], .elements([.some(.groups)])),
    ElementRow(.scales, [], .elements([.some(.scale)])),
    ElementRow(.lists, [], .elements([.some(.list)])),
    ElementRow(.materials, [], .elements([.some(.item)])),
    ElementRow(.delivers, [], .elements([.some(.outcome)])),
    ElementRow(.title, [language], .characters), ElementRow(.purpose, [language], .characters),
    ElementRow(.origin, [language], .characters), ElementRow(.useWhen, [language], .characters),
    ElementRow(.avoidWhen, [language], .characters), ElementRow(.ask, [language], .characters),
    ElementRow(.text, [language], .characters), ElementRow(.question, [language], .characters),
  ]

  /// What the head defines: settings, fields, roles, groups, scales, lists, materials, what is delivered.
  static let definitionRows: [ElementRow] = [
    ElementRow(
      .setting,
      [
        AttributeRow(.id, .newName, required: true),
        AttributeRow(
          .type, .word(["text", "number", "minutes", "date", "choice", "list", "earlier"]), default: "text"),
        AttributeRow(.required, .yesNo, default: "no"), AttributeRow(.default, .anything),
        AttributeRow(.outcome, .localName), AttributeRow(.expect, .expectation),
      ], .elements([.text(.ask), .any(.value)])),
    ElementRow(
      .field,
      [
        AttributeRow(.id, .localName, required: true), AttributeRow(.type, .fieldType, default: "text"),
        AttributeRow(.required, .yesNo, default: "no"), AttributeRow(.default, .anything),
        AttributeRow(.range, .range), AttributeRow(.never, .word(["own"])),
        AttributeRow(.cover, .word(["each-value"])),
      ], .elements([.optionalText(.ask), .any(.value)])),
    ElementRow(
      .role,
      [
        AttributeRow(.id, .newName, required: true), AttributeRow(.people, .range, default: "1"),
        AttributeRow(.filled, .word(["named", "volunteer", "drawn", "rest", "selected"]), default: "named"),
        AttributeRow(.from, .source), AttributeRow(.except, .roles),
        AttributeRow(.per, .word(["room", "group", "step"]), default: "room"),
        AttributeRow(.marks, .yesNo, default: "yes"), AttributeRow(.exclusive, .yesNo, default: "no"),
      ], .elements([.optionalText(.title), .any(.text)])),
    ElementRow(
      .groups,
      [
        AttributeRow(.id, .newName, required: true), AttributeRow(.size, .range), AttributeRow(.merge, .grouping),
        AttributeRow(.each, .whole(settings: false, from: 2)), AttributeRow(.split, .grouping),
        AttributeRow(.per, .source), AttributeRow(.by, .who),
        AttributeRow(.ideal, .whole(settings: false)),
        AttributeRow(.remainder, .word(["join", "smaller", "observe"]), default: "join"),
        AttributeRow(.mix, .fieldsOrRoles), AttributeRow(.match, .fieldsOrRoles),
        AttributeRow(.avoid, .word(["earlier"])),
        AttributeRow(.chosen, .word(["draw", "self", "author"]), default: "draw"),
        AttributeRow(.yields, .word(["items", "size"]), default: "items"),
        AttributeRow(.formed, .word(["once", "each-time"]), default: "once"),
      ], .elements([.optionalText(.title)])),
    ElementRow(
      .scale,
      [
        AttributeRow(.id, .newName, required: true), AttributeRow(.range, .range),
        AttributeRow(.ordered, .yesNo, default: "yes"),
      ], .elements([.optionalText(.title), .any(.value)])),
    ElementRow(.list, [AttributeRow(.id, .newName, required: true)], .elements([.optionalText(.title), .any(.value)])),
    ElementRow(
      .value,
      [
        AttributeRow(.id, .localName, required: true), AttributeRow(.number, .number(percent: false)),
        AttributeRow(.means, .word(["agree", "aside", "block"])),
      ], .elements([.optionalText(.text), .any(.ask)])),
    ElementRow(
      .item,
      [AttributeRow(.per, .unit), AttributeRow(.count, .whole(settings: false), default: "1"), language], .characters),
    ElementRow(.outcome, [AttributeRow(.ref, .source, required: true)], .elements([.optionalText(.title)])),
  ]
}

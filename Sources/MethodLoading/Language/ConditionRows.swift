extension Language {
  /// What can be tested, and by whom.
  static let conditionRows: [ElementRow] = [
    ElementRow(
      .where, [AttributeRow(.field, .localName, required: true), AttributeRow(.is, .expected, required: true)]),
    ElementRow(
      .test,
      [
        AttributeRow(.measure, .word(measures), required: true), AttributeRow(.of, .source, required: true),
        AttributeRow(.weights, .source), AttributeRow(.for, .operand), AttributeRow(.in, .sources),
        AttributeRow(.except, .sources), among,
        AttributeRow(.change, .change),
        AttributeRow(.direction, .word(["either", "up", "down"]), default: "either"),
        AttributeRow(.last, .whole(settings: false)),
        AttributeRow(.needs, .whole(settings: false), default: "1"), AttributeRow(.atLeast, .quantity),
        AttributeRow(.atMost, .quantity), AttributeRow(.equals, .quantity), AttributeRow(.above, .quantity),
        AttributeRow(.below, .quantity),
      ], .elements([.any(.where), .optionalText(.text)])),
    ElementRow(.judge, [AttributeRow(.by, .oneRole, required: true)], .elements([.text(.text)])),
    ElementRow(.all, [], .elements([ElementRow.Slot(condition, .some)])),
    ElementRow(.any, [], .elements([ElementRow.Slot(condition, .some)])),
    ElementRow(.none, [], .elements([ElementRow.Slot(condition, .some)])),
    quantifier(.every), quantifier(.some),
  ]

  private static func quantifier(_ name: ElementName) -> ElementRow {
    ElementRow(
      name,
      [
        AttributeRow(.itemOf, .source, required: true), AttributeRow(.as, .newName, required: true),
        AttributeRow(.in, .sources), AttributeRow(.except, .sources),
      ], .elements([.any(.where), ElementRow.Slot(condition, .once)]))
  }
}

import Diagnostics

/// DOT0424: places are replaced, inserted and removed in variants only, and there at places that the base has.
enum VariantEdits: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    for id in facts.tree.all where [.replace, .insert, .remove].contains(facts.tree.name(of: id)) {
      let name = facts.tree.name(of: id).text
      log.error(
        .unfitVariant, "<\(name)> changes the places of another method, and this one is no variant",
        at: facts.tree.nameRange(of: id), help: "write variant-of=\"…\" at <method>, or put the steps here themselves")
    }
  }

  static let explanations = [
    Explanation(
      .unfitVariant, title: "a variant that does not fit its base",
      what:
        "A variant changes a place that its base does not have, changes one twice, or holds steps of its own outside"
        + " of <replace> and <insert>.",
      why: "Nobody could tell where the steps belong.", example: .unfitVariant,
      remedy: "A variant has a head of its own; its agenda holds <replace ref=\"…\">, <insert before=\"…\"> or"
        + " <insert after=\"…\">, and <remove ref=\"…\"/>, each naming a place of the base by its id. What its head does"
        + " not define anew is the base's.")
  ]
}

package import Diagnostics

/// The long forms of this room's findings, for `dotank explain` and the reference.
package enum Scenarios {
  /// By code.
  package static let explanations: [Explanation] = fileExplanations + runExplanations

  private static let fileExplanations: [Explanation] = [
    Explanation(
      .notAScenario, title: "not a scenario", what: "The file does not begin with a scenario of this language.",
      why: "The namespace says by which version of the language a file is read.",
      example: Example("<szenario>…</szenario>", mended: "<scenario xmlns=\"urn:dotank:scenario:1\">…</scenario>"),
      remedy: "Begin with <scenario xmlns=\"urn:dotank:scenario:1\">."),
    Explanation(
      .unknownScenarioElement, title: "an element that has no place there",
      what: "An element or characters stand where the language of scenarios has none of the kind.",
      why: "What is not understood would not be done, and the scenario would seem to hold.",
      example: Example(
        "<at place=\"alone\"><colect by=\"Aino\">Fewer forms</colect></at>",
        mended: "<at place=\"alone\"><add by=\"Aino\">Fewer forms</add></at>"),
      remedy: "Take the name that is proposed, or move the element where it belongs. People enter things by <add>."),
    Explanation(
      .unknownScenarioAttribute, title: "an attribute that is not known",
      what: "The element does not take an attribute of that name.",
      why: "What is not understood would not be looked at.",
      example: Example("<add from=\"Aino\">Fewer forms</add>", mended: "<add by=\"Aino\">Fewer forms</add>"),
      remedy: "Take the name that is proposed, as in <add by=\"Aino\">."),
    Explanation(
      .missingInScenario, title: "something is missing",
      what: "An attribute or the words between the tags are missing.",
      why: "Without it nobody knows what is to be done.",
      example: Example("<vote>Fewer forms: 3</vote>", mended: "<vote by=\"Aino\">Fewer forms: 3</vote>"),
      remedy: "Write what the message names, as in <vote by=\"Aino\">Fewer forms: 3</vote>."),
    Explanation(
      .malformedInScenario, title: "a value in another form",
      what: "A number, a duration or a word is not written as the language wants it.",
      why: "A value that can be read in two ways would be read in the wrong one.",
      example: Example("<wait time=\"5 minutes\"/>", mended: "<wait time=\"5m\"/>"),
      remedy: "Write numbers in digits and durations as in 90s, 5m or 1h30m."),
    Explanation(
      .unknownInMethod, title: "a name that is not there",
      what:
        "The scenario names a person, a place, an outcome, a role, groups or a setting that neither it nor its method has.",
      why: "What is never there is never tested, and the mistake would stay unseen.",
      example: Example("<at place=\"alnoe\">…</at>", mended: "<at place=\"alone\">…</at>"),
      remedy:
        "Take the name that is proposed. People are those under <people> and those who arrive; the rest is named by the method."
    ),
    Explanation(
      .scenarioWithoutMethod, title: "a scenario without a method that can be run",
      what: "The method that the scenario is about is missing or has mistakes.",
      why: "A scenario tests a method; without one there is nothing to test.",
      example: "retro.five.scenario.xml in a folder without retro.xml",
      remedy: "Put the method's mistakes right first, name the scenario after its method, or write method=\"…\"."),
  ]

  private static let runExplanations: [Explanation] = [
    Explanation(
      .unexpectedInScenario, title: "an expectation that is not met",
      what:
        "What the scenario expects does not hold; the message says how it is, the notes where it comes from in the method.",
      why: "Either the method does something else than meant, or the expectation is mistaken.",
      example: "<expect><ended as=\"adopted\"/></expect>",
      remedy: "Decide which of the two is right, and change the other."),
    Explanation(
      .refusedInScenario, title: "an act that was refused",
      what: "Somebody does what the method or the moment does not allow.",
      why: "In a session the host would read the same refusal.",
      example: Example(
        "<add by=\"Aino\">a third</add> where two are the most",
        mended: "<add by=\"Aino\" refused=\"limit\">a third</add>"),
      remedy: "Change what is done, or expect the refusal: <add by=\"Aino\" refused=\"limit\">."),
    Explanation(
      .notRefusedInScenario, title: "an act that was not refused",
      what: "The scenario expects a refusal, and the act was accepted.",
      why: "The limit that was to be shown is not there.",
      example: Example("<add by=\"Aino\" refused=\"limit\">one</add>", mended: "<add by=\"Aino\">one</add>"),
      remedy: "Leave the attribute out, or give the method the limit."),
    Explanation(
      .placeNotReached, title: "a place that was not reached",
      what: "Going on as the scenario says, the session ended or stood still before that place.",
      why: "Nothing of what is to happen there can be tried.", example: "<at place=\"park\"> where no round fails",
      remedy:
        "Look at the steps that were taken, and say what leads there; an <at> means the next time, so their order counts."
    ),
    Explanation(
      .questionUnanswered, title: "a question that nobody answers",
      what: "The session stands where a person decides, and the scenario does not say what.",
      why: "Only what is optional is left out by itself; every other decision belongs to somebody.",
      example: "a checkpoint on the way, without <verdict>",
      remedy:
        "Write an <at> for that place with <answer> or <verdict>. After a meeting or window, <resume/> stands in an <at>"
        + " for it: <at place=\"first-day\"><resume gap=\"7d\"/></at>."),
    Explanation(
      .nothingSuchHere, title: "something that is not there at that moment",
      what: "An act names words, a group or a question that do not exist then.",
      why: "It cannot be done.",
      example: Example("<vote by=\"Aino\">Fewr forms: 1</vote>", mended: "<vote by=\"Aino\">Fewer forms: 1</vote>"),
      remedy: "Take one of those that are listed."),
  ]
}

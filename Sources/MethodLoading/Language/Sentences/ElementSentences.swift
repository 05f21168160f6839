/// One plain sentence about each element and attribute, for the reference and for what editors show: written for somebody
/// who leads workshops, not for programmers.
package enum Sentences {
  /// What an element is for; empty where none is written, which a test does not let pass.
  package static func of(_ element: ElementName) -> String {
    headSentences[element] ?? flowSentences[element] ?? activitySentences[element] ?? ""
  }

  /// What stands in front of the agenda.
  private static let headSentences: [ElementName: String] = [
    .method: "One method: everything that is needed to lead one kind of session, in one file.",
    .title: "What it is called, in a few words that people see.",
    .purpose: "What the method is for, in one or two sentences.",
    .origin: "Where the method comes from, and what in it is your own.",
    .fit: "For whom the method is made; it is checked for every number of people that stands here.",
    .useWhen: "A situation in which the method is a good choice.",
    .avoidWhen: "A situation in which another method would do better.",
    .settings: "What is asked before the session, so that one method serves many occasions.",
    .setting: "One thing that is asked before the session; in texts, {its id} stands for the answer.",
    .ask: "The question that is put to whoever fills it in.",
    .value: "One value: a point of a scale, a thing of a list, or an answer that can be chosen.",
    .people:
      "What is known of each person beside the name, such as their school; it is a column in the list of people.",
    .field: "One more thing that is written down: about each person in <people>, with each entry in an activity.",
    .roles: "Who has a special part in the session.",
    .role: "A special part that somebody plays, such as the one who takes notes or the one who decides.",
    .text: "A text that says what is meant, in words that people see.",
    .groupings: "The ways in which the room is cut into groups.",
    .groups: "One way of forming groups: by size, by joining smaller ones, or by what people have in common.",
    .scales: "The scales on which people rate.",
    .scale: "One scale: numbers from low to high, or values with words.",
    .lists: "Lists that are known before the session, such as criteria or stations.",
    .list: "One list of things that the method brings with it.",
    .materials: "What to bring.",
    .item: "One kind of material, and how many of it.",
    .delivers: "What people can rely on to have at the end.",
    .outcome: "One outcome that the method promises; something in the agenda has to produce it.",
    .agenda: "What happens, in order.",
  ]

  /// The order of events.
  private static let flowSentences: [ElementName: String] = [
    .phase: "Several steps that belong together; with groups, each group goes through them for itself.",
    .step: "One thing that the room does, with its minutes, its texts and what is written down in it.",
    .break: "A pause in which nothing is asked of anybody.",
    .repeat: "Does what stands in it several times, at most as often as it says.",
    .until: "The loop ends where this stands as soon as it holds.",
    .exhausted: "What happens when the last round has passed and the loop's <until> still does not hold.",
    .forEach: "Does what stands in it once for each thing, such as for each objection.",
    .parallel: "Several phases at the same time; it ends when all of them have ended.",
    .rotate: "Groups, people or things move on from place to place; what stands in it happens once at each.",
    .branch: "Goes one of several ways, by what has come out so far.",
    .when: "A way that is taken when its condition holds; in <rework> and <stop>, when that is advised.",
    .otherwise: "The way that is taken when none of the others is.",
    .choice: "Goes one of several ways, as somebody decides at that moment.",
    .option: "One of the ways that can be chosen.",
    .use: "Runs another method at this place, with settings of its own, and takes over what comes out of it.",
    .give: "Gives the other method one of its settings.",
    .take: "Takes over an outcome of the other method under a name of this one.",
    .meeting: "One meeting of several; between two of them days may pass.",
    .window: "A stretch of days in which people work on their own, such as preparing something.",
    .checkpoint: "A moment of decision: go on, work it over once more, or stop.",
    .question: "The question that is decided, as it is read to the room.",
    .criteria: "What should hold for a yes; all of it is computed and shown, and somebody decides all the same.",
    .pass: "What happens after a yes.",
    .rework: "What happens when it has to be worked over: usually <back> to an earlier step.",
    .stop: "What happens after a no: usually an <end>.",
    .back: "Goes back to an earlier place and does everything from there again.",
    .end: "Ends the method here, under a name that the record keeps.",
    .say: "What the facilitator reads aloud.",
    .show: "What everybody sees on the wall or the screen: a text, an outcome, or both.",
    .do: "What the holders of a role do now, told to them alone.",
    .tip: "Advice for the facilitator; nobody else sees it.",
    .cue: "What the facilitator is told at a moment of the step, such as half a minute before its end.",
  ]

  /// What is written down, and what is tested.
  private static let activitySentences: [ElementName: String] = [
    .collect: "People write down things: ideas, questions, requests; or take some over and add to them.",
    .cluster: "Puts things into groups that belong together, each under a heading of its own.",
    .select: "Keeps some of several things: what the room chooses, what has most votes, or what meets a condition.",
    .vote: "People give votes: dots, a yes to some, or an order.",
    .rate: "Everybody rates each thing on a scale.",
    .place: "Puts things onto a map of two scales, or into named zones.",
    .fill: "Writes a text or fills in a form; with `of`, the next version of one or the fields of a thing.",
    .connect: "Draws links between things: a tree or a network.",
    .decide: "Comes to a decision by a rule, with who was against and why.",
    .commit: "Agrees actions: what, who, until when, and how it will be seen.",
    .where: "Looks only at those whose field has one of these values.",
    .test: "Compares a number that came out with a threshold, such as “median of need at least 4”.",
    .judge: "A question that a person answers: yes, no, or not yet.",
    .all: "Holds when everything in it holds.",
    .any: "Holds when at least one of those in it holds.",
    .none: "Holds when none of those in it holds.",
    .every: "Holds when its condition holds for each of several things.",
    .some: "Holds when its condition holds for at least one of several things.",
    .replace: "Puts other steps in the place of one of the base; only in a variant.",
    .insert: "Puts steps before or after a place of the base; only in a variant.",
    .remove: "Leaves a place of the base out; only in a variant.",
  ]
}

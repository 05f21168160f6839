extension Phrasebook {
  static let english = Phrasebook(
    openings: [
      "More time for", "Try", "Less fuss about", "What if we had", "Start small:", "Keep", "Let pupils lead",
      "Make room for", "Give new colleagues", "Share",
    ],
    subjects: [
      "planning in pairs", "a reading circle", "pupils' feedback", "an evening workshop", "peer support",
      "one shared project", "lesson visits", "a quiet corner", "outdoor mornings", "the homework club",
      "learning diaries", "a maker table", "talks at home", "the weekly assembly",
    ],
    endings: [
      "every week", "in two classes", "before the holidays", "with the families", "for the quiet ones too",
      "across year groups", "for one term", "without extra meetings", "in every staff meeting", "",
    ],
    joining: "and",
    questions: [
      "What would help with *?", "How could * work for everybody here?", "What stands in the way of *?",
      "What can we do ourselves about * before the summer?",
    ],
    objections: [
      "it takes the hours from those who have the fewest", "nobody looks after it once the project money ends",
      "families who work in the evening cannot come", "it runs against the timetable of the older pupils",
      "we would measure attendance and not learning",
    ],
    concerns: [
      "it may become one more meeting", "newcomers could feel left out", "the date is close to the reports",
      "I would like to see the figures after a month", "it leans on two people",
    ],
    amendments: [
      "for one term first", "with two classes at the start", "reviewed after six weeks", "with cover for the teachers",
      "families choose between two dates", "the planning group decides the details",
    ],
    praise: [
      "we have done this before and it held", "three schools like ours report it", "the figures in the file show it",
      "I have seen it work next door", "people asked for it themselves",
    ],
    doubts: [
      "nobody here has the hours", "the study was done elsewhere", "we tried something like it and it faded",
      "the file says nothing about it", "it depends on one person",
    ],
    measures: [
      "everybody has tried it once", "a list of dates is on the wall", "ten pupils tell us how it was",
      "the budget line is signed", "two colleagues have visited",
    ],
    conditions: [
      "cover for the teachers is agreed", "families have been heard by March", "the coach is booked for the first term",
      "the costs of the second year are known",
    ],
    notes: [
      "somebody at the back could not hear", "good laughter here, leave more time for it",
      "the second table needs a pen",
      "two conversations at once, brought back by the bell", "come back to the question about money",
    ],
    answers: [
      "the short version, in plain words", "as in the file, page two", "two hours a week and one coach",
      "what we agreed last autumn", "nobody could say", "to be checked with the office",
    ],
    steering: Steering(
      skip: ["the room has done this already", "we are behind, and it can wait", "nobody needs it today"],
      extend: ["most are still at it", "one table needs another moment", "a good talk is under way"],
      back: ["somebody had a question about it", "one thing was forgotten there"],
      again: ["the question was not clear", "half the room had misheard the task"],
      pause: ["fresh air", "coffee is ready", "the fire drill"],
      withdraw: ["said twice", "was meant for another question", "taken back by who said it"],
      overrule: ["the room knows more than the figures", "the missing piece is promised for next week"],
      inserted: ["Stand up and stretch", "A quick round: how are we?", "Sort the wall together"]))
}

package import SessionEngine

extension ScenarioReference {
  /// The words that `refused` takes, and when the engine says them.
  package static let refusals: [(code: Rejection.Code, why: String)] = [
    (.notEnoughPeople, "There are fewer people than the method or its roles need."),
    (.sizeOutsideFit, "The number of people is none for which the method is made (`size=\"any\"` agrees to it)."),
    (.settingMissing, "A setting that has to be answered is not."),
    (.settingInvalid, "A setting has an answer of the wrong kind."), (.duplicateName, "Two people are called alike."),
    (.notRunning, "The session is not running: not begun, paused or over."),
    (.meetingClosed, "The meeting is closed, and the next one not opened yet (`<resume/>`)."),
    (.notActive, "What it is for is not open."), (.answerNeeded, "A question stands and has to be answered first."),
    (.movedOn, "The session has gone on since."), (.notYours, "It is for somebody else to do."),
    (.reasonNeeded, "It wants a reason (`because`)."), (.noReworkLeft, "No rework is left at this checkpoint."),
    (.noSuchPlace, "There is no such place, or no way leads there from here."),
    (.noSuchOption, "The question has no such answer."), (.belowShortest, "A step would be shorter than its shortest."),
    (.pastEnd, "It would end later than the session may."), (.noReveal, "Nothing waits to be revealed."),
    (.cannotForm, "Groups cannot be formed so."), (.roleFull, "As many hold the role as may."),
    (.unknownPerson, "Nobody of that name is there."), (.unknownThing, "There is no such thing here."),
    (.notShown, "They may not see what they would work with."), (.notATree, "The link would close a ring."),
    (.unknownField, "There is no such field."), (.limit, "More than at-most, exactly or the places allow."),
    (.silentRole, "They must be silent in this step."), (.frozen, "It is frozen or closed."),
    (.notUnique, "The same words are there already."),
    (
      .notElector,
      "They may not mark or enter anything here: they are not asked (`by`, `with`), or their role has no marks."
    ),
    (.overBudget, "More dots, approvals or places than each has, or than one thing may get."),
    (.ownItem, "Nobody marks or gets what is their own here."),
    (.valueInvalid, "The value is none of those asked for."),
    (.empty, "There is nothing in it."), (.idReused, "Something else was sent under the same id."),
    (.sealed, "What was handed in without names is sealed."), (.alreadyIn, "They have handed in already."),
    (.nothingToUndo, "There is nothing to take back."),
  ]
}

import Diagnostics

/// One thing a method must not get wrong beyond the form of its elements.
///
/// A rule looks at the facts and emits findings of its own codes; it never changes anything, so their order is free.
protocol Rule: SendableMetatype {
  /// The long forms of the codes it emits.
  static var explanations: [Explanation] { get }
  static func check(_ facts: MethodFacts, _ log: inout FindingLog)
}

/// Every rule of this version.
enum Rules {
  static let all: [any Rule.Type] = [
    UniqueNames.self, ReservedNames.self, ResolvedNames.self, ResolvedPlaces.self, ResolvedReferences.self,
    Translated.self, KnownParts.self, ProducedInTime.self, OneType.self, NothingAfterFreeze.self, LoopEnds.self,
    BackToEarlier.self, EndlessForEach.self, SkippableSource.self, GroupSizes.self, MergeAfterGroups.self,
    EnoughPeople.self, PartnersRepeat.self, RotationHolds.self,
    SilentRoles.self, AuthorInHand.self, FittingMeasure.self, PercentOfSomething.self, ReachableThreshold.self,
    EveryOfSomething.self,
    CompleteRule.self, WordsOfValues.self, NeverRevealed.self, RevealInTime.self, LimitsInOrder.self,
    ItemsExpected.self, CueInsideStep.self, MinutesInWindow.self, DecidingTests.self, WholePaper.self,
    AttributesTogether.self,
    DeliveredOnEveryWay.self, ReachedPlaces.self, RoundsAround.self, ChosenDocument.self, SeparateTracks.self,
    PartsTogether.self,
    ArmsThatHold.self, NamesKeptNowhere.self, ThinBreakdown.self,
    NumbersTogether.self, SharesAndScores.self, CountableMarks.self, RelatedMarks.self, HoldableRoles.self,
    MeetingsApart.self, AnsweredOptions.self, TakenTurns.self, UsedNames.self, RoleGroups.self, RoleInOtherGroups.self,
    HandedToRoom.self, WindowHolds.self,
    UsableMethods.self, FittingGives.self, FittingTakes.self, FittingUse.self, VariantEdits.self,
  ]

  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    for rule in all { rule.check(facts, &log) }
  }
}

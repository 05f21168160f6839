import Diagnostics
import MethodLoading
import Testing

@Suite struct ExplanationTests {
  @Test func `no code is explained twice, and every explanation says something`() {
    let codes = MethodLoading.explanations.map(\.code.rawValue)
    #expect(Set(codes).count == codes.count)
    for explanation in MethodLoading.explanations {
      for text in [explanation.title, explanation.what, explanation.why, explanation.example.wrong, explanation.remedy]
      {
        #expect(!text.isEmpty, "\(explanation.code)")
      }
      #expect(explanation.title.last != ".")
    }
  }

  /// Codes of what stands in no method: the library's, and the remark that there is more.
  private static let ofNoMethod: [DiagnosticCode] = [.unknownMethod, .hiddenMethod, .fileNameDiffers, .moreFindings]

  /// The method that examples of `use` use.
  private static let shelf = Shelf(methods: [
    "talk": Sample.method(
      #"<step id="write" time="5m"><title>{question}</title><collect into="ideas" at-least="1"/></step>"#
        + #"<step id="choose" time="5m"><title>Choose</title><select from="ideas" into="best"/></step>"#,
      head: #"<settings><setting id="question"><ask>What about?</ask></setting></settings>"#)
  ])

  @Test(arguments: MethodLoading.explanations.map(\.code).filter { !ofNoMethod.contains($0) })
  func `an example brings the finding about, and put right it brings none`(code: DiagnosticCode) throws {
    let explanation = try #require(MethodLoading.explanations.first { $0.code == code })
    let remedy: Comment = "\(explanation.code): make the example one of Explanations/Examples, with a frame around it"
    let wrong = findings(in: try #require(explanation.example.wrongFile, remedy))
    #expect(Set(wrong.map(\.code)) == [explanation.code], "\(wrong.map(described))")
    let mended = findings(in: try #require(explanation.example.mendedFile, remedy))
    #expect(mended.map(described) == [], "\(explanation.code)")
  }

  private func findings(in text: String) -> [Diagnostic] { Sample.load(text, with: Self.shelf).diagnostics }

  @Test func `every code that is written down is explained`() {
    let explained = Set(MethodLoading.explanations.map(\.code))
    let codes: [DiagnosticCode] = [
      .noNamespace, .notAMethod, .unknownElement, .unknownAttribute, .missingAttribute, .missingElement,
      .misplacedElement, .wrongOrder, .doubleElement, .strayText, .emptyText, .malformedValue, .unknownWord,
      .malformedReference, .doubleLanguage, .translationAlone, .missingTranslation, .unreachableTranslation,
      .doubleName, .doublePlace, .reservedName, .unknownName, .wrongKindOfName, .unknownPlace, .unknownReference,
      .doubleValue, .disorderedValue, .moreFindings, .unknownMethod, .hiddenMethod, .fileNameDiffers,
      .neverProduced,
      .readTooEarly,
      .mixedOutcome, .unknownPart, .deliveredNeverProduced, .writtenAfterFreeze, .exhaustedWithoutUntil,
      .unusableMethod, .unfitGive, .unfitTake, .unfitOnly, .unfitUse, .unfitVariant,
      .untilNeverChanges, .backNotEarlier, .endlessForEach, .skippableSource, .impossibleGroups, .mergeBeforeGroups,
      .tooManyRoles,
      .partnersRepeat, .rotationImpossible, .silentRoleAsked, .authorOfNothing, .unfitMeasure,
      .unreachableThreshold, .everyOverNothing, .incompleteRule, .sumOfOpinions, .noValue, .undecidingTest,
      .enteredInPart,
      .unchosenDocument, .sharedTracks, .divergingParts, .neverReached,
      .armNeverHolds, .namesKeptNowhere, .thinBreakdown,
      .neverRevealed, .revealTooLate, .minutesOutside, .limitsOutOfOrder, .itemsUnexpected, .cueOutsideStep,
      .excludingAttributes, .contradictingNumbers, .unrelatedMarks, .roleWithoutHolders, .emptyTurns, .turnsTooLong,
      .meetingInside, .unansweredOption, .unusedName,
    ]
    #expect(codes.filter { !explained.contains($0) } == [])
    #expect(explained.count == codes.count)
  }
}

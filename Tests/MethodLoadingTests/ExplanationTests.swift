import Diagnostics
import MethodLoading
import Testing

@Suite struct ExplanationTests {
  @Test func `no code is explained twice, and every explanation says something`() {
    let codes = MethodLoading.explanations.map(\.code.rawValue)
    #expect(Set(codes).count == codes.count)
    for explanation in MethodLoading.explanations {
      for text in [explanation.title, explanation.what, explanation.why, explanation.example, explanation.remedy] {
        #expect(!text.isEmpty, "\(explanation.code)")
      }
      #expect(explanation.title.last != ".")
    }
  }

  @Test func `every code that is written down is explained`() {
    let explained = Set(MethodLoading.explanations.map(\.code))
    let codes: [DiagnosticCode] = [
      .noNamespace, .notAMethod, .unknownElement, .unknownAttribute, .missingAttribute, .missingElement,
      .misplacedElement, .wrongOrder, .doubleElement, .strayText, .emptyText, .malformedValue, .unknownWord,
      .malformedReference, .doubleLanguage, .translationAlone, .missingTranslation, .unreachableTranslation,
      .doubleName, .doublePlace, .reservedName, .unknownName, .wrongKindOfName, .unknownPlace, .unknownReference,
      .doubleValue, .notYetRunnable, .moreFindings, .unknownMethod, .hiddenMethod, .fileNameDiffers, .neverProduced,
      .readTooEarly,
      .mixedOutcome, .unknownPart, .deliveredNeverProduced, .writtenAfterFreeze, .exhaustedWithoutUntil,
      .untilNeverChanges, .backNotEarlier, .endlessForEach, .skippableSource, .impossibleGroups, .mergeBeforeGroups,
      .tooManyRoles,
      .silentRoleAsked, .unfitMeasure, .unreachableThreshold, .everyOverNothing, .incompleteRule, .sumOfOpinions,
      .unchosenDocument, .sharedTracks, .divergingParts, .neverReached,
      .neverRevealed, .revealTooLate, .limitsOutOfOrder, .itemsUnexpected, .cueOutsideStep, .excludingAttributes,
    ]
    #expect(codes.filter { !explained.contains($0) } == [])
    #expect(explained.count == codes.count)
  }
}

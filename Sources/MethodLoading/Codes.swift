package import Diagnostics

/// The findings of this room; their long forms stand beside the rules and in `Explanations`.
extension DiagnosticCode {
  // DOT02: structure, and the form of values and names.
  package static let noNamespace = DiagnosticCode("DOT0201")
  package static let notAMethod = DiagnosticCode("DOT0202")
  package static let unknownElement = DiagnosticCode("DOT0203")
  package static let unknownAttribute = DiagnosticCode("DOT0204")
  package static let missingAttribute = DiagnosticCode("DOT0205")
  package static let missingElement = DiagnosticCode("DOT0206")
  package static let misplacedElement = DiagnosticCode("DOT0207")
  package static let wrongOrder = DiagnosticCode("DOT0208")
  package static let doubleElement = DiagnosticCode("DOT0209")
  package static let strayText = DiagnosticCode("DOT0210")
  package static let emptyText = DiagnosticCode("DOT0211")
  package static let malformedValue = DiagnosticCode("DOT0212")
  package static let unknownWord = DiagnosticCode("DOT0213")
  package static let malformedReference = DiagnosticCode("DOT0214")
  package static let doubleLanguage = DiagnosticCode("DOT0215")
  package static let translationAlone = DiagnosticCode("DOT0216")
  package static let missingTranslation = DiagnosticCode("DOT0217")
  package static let unreachableTranslation = DiagnosticCode("DOT0218")
  package static let doubleName = DiagnosticCode("DOT0219")
  package static let doublePlace = DiagnosticCode("DOT0220")
  package static let reservedName = DiagnosticCode("DOT0221")
  package static let unknownName = DiagnosticCode("DOT0222")
  package static let wrongKindOfName = DiagnosticCode("DOT0223")
  package static let unknownPlace = DiagnosticCode("DOT0224")
  package static let unknownReference = DiagnosticCode("DOT0225")
  package static let doubleValue = DiagnosticCode("DOT0226")
  package static let disorderedValue = DiagnosticCode("DOT0227")
  package static let unusedName = DiagnosticCode("DOT0228")
  package static let moreFindings = DiagnosticCode("DOT0231")
}

extension DiagnosticCode {
  // DOT03: data.
  package static let neverProduced = DiagnosticCode("DOT0301")
  package static let readTooEarly = DiagnosticCode("DOT0302")
  package static let mixedOutcome = DiagnosticCode("DOT0303")
  package static let unknownPart = DiagnosticCode("DOT0304")
  package static let deliveredNeverProduced = DiagnosticCode("DOT0305")
  package static let unchosenDocument = DiagnosticCode("DOT0306")
  package static let writtenAfterFreeze = DiagnosticCode("DOT0307")

  // DOT04: flow.
  package static let exhaustedWithoutUntil = DiagnosticCode("DOT0401")
  package static let untilNeverChanges = DiagnosticCode("DOT0402")
  package static let backNotEarlier = DiagnosticCode("DOT0403")
  package static let armNeverHolds = DiagnosticCode("DOT0404")
  package static let endlessForEach = DiagnosticCode("DOT0405")
  package static let sharedTracks = DiagnosticCode("DOT0407")
  package static let divergingParts = DiagnosticCode("DOT0408")
  package static let skippableSource = DiagnosticCode("DOT0409")
  package static let neverReached = DiagnosticCode("DOT0410")
  package static let meetingInside = DiagnosticCode("DOT0411")
  package static let unansweredOption = DiagnosticCode("DOT0412")

  // DOT042: methods used by others; the first of them is older.
  package static let unusableMethod = DiagnosticCode("DOT0406")
  package static let unfitGive = DiagnosticCode("DOT0420")
  package static let unfitTake = DiagnosticCode("DOT0421")
  package static let unfitOnly = DiagnosticCode("DOT0422")
  package static let unfitUse = DiagnosticCode("DOT0423")
  package static let unfitVariant = DiagnosticCode("DOT0424")

  // DOT05: people.
  package static let impossibleGroups = DiagnosticCode("DOT0501")
  package static let mergeBeforeGroups = DiagnosticCode("DOT0502")
  package static let tooManyRoles = DiagnosticCode("DOT0503")
  package static let partnersRepeat = DiagnosticCode("DOT0504")
  package static let rotationImpossible = DiagnosticCode("DOT0505")
  package static let silentRoleAsked = DiagnosticCode("DOT0506")
  package static let roleWithoutHolders = DiagnosticCode("DOT0507")
  package static let emptyTurns = DiagnosticCode("DOT0508")
  package static let authorOfNothing = DiagnosticCode("DOT0511")

  // DOT06: conditions and decisions.
  package static let unfitMeasure = DiagnosticCode("DOT0601")
  package static let unreachableThreshold = DiagnosticCode("DOT0602")
  package static let everyOverNothing = DiagnosticCode("DOT0603")
  package static let incompleteRule = DiagnosticCode("DOT0604")
  package static let sumOfOpinions = DiagnosticCode("DOT0605")
  package static let noValue = DiagnosticCode("DOT0606")
  package static let undecidingTest = DiagnosticCode("DOT0607")
  package static let enteredInPart = DiagnosticCode("DOT0608")
  package static let unrelatedMarks = DiagnosticCode("DOT0609")

  // DOT07: privacy.
  package static let neverRevealed = DiagnosticCode("DOT0701")
  package static let namesKeptNowhere = DiagnosticCode("DOT0702")
  package static let revealTooLate = DiagnosticCode("DOT0703")
  package static let thinBreakdown = DiagnosticCode("DOT0704")

  // DOT08: time.
  package static let minutesOutside = DiagnosticCode("DOT0801")
  package static let limitsOutOfOrder = DiagnosticCode("DOT0802")
  package static let itemsUnexpected = DiagnosticCode("DOT0803")
  package static let cueOutsideStep = DiagnosticCode("DOT0804")
  package static let turnsTooLong = DiagnosticCode("DOT0805")

  // DOT09: form.
  package static let excludingAttributes = DiagnosticCode("DOT0901")
  package static let contradictingNumbers = DiagnosticCode("DOT0902")
}

extension DiagnosticCode {
  // DOT024: the library.
  package static let unknownMethod = DiagnosticCode("DOT0240")
  package static let hiddenMethod = DiagnosticCode("DOT0241")
  package static let fileNameDiffers = DiagnosticCode("DOT0242")
}

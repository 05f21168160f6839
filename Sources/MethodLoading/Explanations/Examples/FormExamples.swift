import Diagnostics

/// What stands where, and the form of values.
extension Example {
  static let noNamespace = beginning(
    #"<method id="my-method" version="1.0.0" xml:lang="en">"#,
    mended: #"<method xmlns="urn:dotank:method:1" id="my-method" version="1.0.0" xml:lang="en">"#)

  static let notAMethod = Example(
    #"<workshop><title>Ideas</title></workshop>"#,
    mended: """
      <method xmlns="urn:dotank:method:1" id="ideas" version="1.0.0" xml:lang="en">
        <title>Ideas</title>
        <purpose>Collect ideas on one question.</purpose>
        <fit people="4..12"/>
        <agenda>
          <step time="5m">
            <title>Collect</title>
            <collect into="ideas"/>
          </step>
        </agenda>
      </method>
      """)

  static let unknownElement = agenda(
    #"<stpe id="alone" time="1m"><title>Alone</title></stpe>"#,
    mended: #"<step id="alone" time="1m"><title>Alone</title></step>"#)

  static let unknownAttribute = agenda(
    #"<step id="alone" tiem="1m"><title>Alone</title></step>"#,
    mended: #"<step id="alone" time="1m"><title>Alone</title></step>"#)

  static let missingAttribute = agenda(
    #"<step id="alone"><title>Alone</title></step>"#,
    mended: #"<step id="alone" time="1m"><title>Alone</title></step>"#)

  static let missingElement = agenda(
    #"<step id="alone" time="1m"><say>Write.</say></step>"#,
    mended: #"<step id="alone" time="1m"><title>Alone</title><say>Write.</say></step>"#)

  static let misplacedElement = agenda(
    #"<phase><collect into="ideas"/></phase>"#,
    mended: #"<phase><step time="5m"><title>Collect</title><collect into="ideas"/></step></phase>"#)

  static let wrongOrder = agenda(
    #"<step time="1m"><say>Write.</say><title>Alone</title></step>"#,
    mended: #"<step time="1m"><title>Alone</title><say>Write.</say></step>"#)

  static let doubleElement = agenda(
    #"<checkpoint by="facilitator" time="5m"><question>Do we go on?</question><pass/><pass/></checkpoint>"#,
    mended: #"<checkpoint by="facilitator" time="5m"><question>Do we go on?</question><pass/></checkpoint>"#)

  static let strayText = agenda(
    #"<step time="1m"><title>Alone</title>Write alone.</step>"#,
    mended: #"<step time="1m"><title>Alone</title><say>Write alone.</say></step>"#)

  static let emptyText = step("<say></say>", mended: "<say>Write down what comes to mind.</say>")

  static let malformedValue = agenda(
    #"<step id="alone" time="5 minutes"><title>Alone</title></step>"#,
    mended: #"<step id="alone" time="5m"><title>Alone</title></step>"#)

  static let disorderedValue = step(
    #"<collect into="ideas" expect="20 5 12"/>"#, mended: #"<collect into="ideas" expect="5 12 20"/>"#)

  static let unknownWord = agenda(
    #"<step time="5m" voice="quiet"><title>Alone</title></step>"#,
    mended: #"<step time="5m" voice="silent"><title>Alone</title></step>"#)

  static let malformedReference = step(
    "<say>What do you think about {topic?</say>", mended: "<say>What do you think about {topic}?</say>",
    head: #"<settings><setting id="topic"><ask>What is it about?</ask></setting></settings>"#)

  static let doubleLanguage = agenda(
    #"<step time="1m"><title>Alone</title><title>On your own</title></step>"#,
    mended: #"<step time="1m"><title>Alone</title></step>"#)

  static let translationAlone = bilingual(
    #"<say xml:lang="fi">Kirjoita.</say>"#,
    mended: #"<say>Write.</say><say xml:lang="fi">Kirjoita.</say>"#)

  static let missingTranslation = bilingual(
    "<say>Write.</say>", mended: #"<say>Write.</say><say xml:lang="fi">Kirjoita.</say>"#)

  static let unreachableTranslation = step(
    #"<say>Write.</say><say xml:lang="sv">Skriv.</say>"#, mended: "<say>Write.</say>")

  static let excludingAttributes = step(
    #"<select from="ideas" into="best" top="3"/>"#, mended: #"<select from="ideas" into="best" at-most="3"/>"#,
    before: collectingIdeas)
}

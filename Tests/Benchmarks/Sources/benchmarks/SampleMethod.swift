import Foundation

/// A method of 280 lines, different for each number, such as an author might write for a long day.
struct SampleMethod {
  let number: Int

  static let lines = 280

  var id: String { "sample-\(String(number + 10_000).dropFirst())" }

  /// Writes as many methods as asked for and returns their paths.
  static func write(_ count: Int, into folder: URL) throws -> [String] {
    try (1...count).map { number in
      let method = SampleMethod(number: number)
      let path = folder.appending(path: "\(method.id).xml").path
      try Data(method.text.utf8).write(to: URL(filePath: path))
      return path
    }
  }

  var text: String {
    var lines = head
    var round = 1
    while lines.count + 21 + 2 <= Self.lines {
      lines += phase(round)
      round += 1
    }
    lines += Array(repeating: "", count: Self.lines - 2 - lines.count) + ["  </agenda>", "</method>"]
    return lines.joined(separator: "\n") + "\n"
  }

  private var head: [String] {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <method xmlns="urn:dotank:method:1" id="\(id)" version="1.0.\(number)" xml:lang="en">
      <title>Sample \(number)</title>
      <purpose>Many rounds on one question, alone and in pairs, number \(number) of a large library.</purpose>
      <fit people="4..60" ideal="20" pillar="practitioner-support">
        <use-when>There is a whole day, and the room is not tired of talking to each other.</use-when>
        <avoid-when>The answer has been decided already.</avoid-when>
      </fit>
      <settings>
        <setting id="question" type="text" required="yes"><ask>What is the question?</ask></setting>
      </settings>
      <groupings>
        <groups id="pairs" size="2" remainder="join"><title>Pairs</title></groups>
      </groupings>
      <delivers>
        <outcome ref="ideas-1"><title>What the pairs kept</title></outcome>
      </delivers>
      <agenda>
    """.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func phase(_ round: Int) -> [String] {
    """
        <phase id="round-\(round)">
          <title>Round \(round)</title>
          <step id="alone-\(round)" time="1m + 10s per person" with="alone" voice="silent">
            <title>Alone, for the \(round). time</title>
            <say>Here is our question: {question} Take a minute, in silence, and write down what is new to you.</say>
            <show>{question}</show>
            <collect into="notes-\(round)"/>
            <tip>Read it aloud twice; the silence itself should last “a full minute” – not less.</tip>
            <cue at="-10s">Ten seconds: finish your sentence.</cue>
          </step>
          <step id="talk-\(round)" time="4m" with="pairs">
            <title>In pairs</title>
            <say>Turn to your partner: tell what you wrote, then build on what you hear &amp; keep three lines at most.</say>
            <show>What is common, what differs? {question}</show>
            <collect into="ideas-\(round)" from="notes-\(round)" at-most="3"/>
            <tip>An odd number makes one trio. Check that nobody sits alone.</tip>
            <cue at="2m">Half-time: change over.</cue>
          </step>
        </phase>

    """.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}

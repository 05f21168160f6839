/// Another method, run as a part of this one: a scope of its own, with what it is given and what is taken from it.
///
/// Its names and places stand behind the id of the `use` (`talk.insights`), so that nothing of it meets a name of the
/// caller; the loader has put them there.
package struct Use: Sendable, Equatable {
  /// The used method's id.
  package var method: String
  package var version: String
  package var title: LocalizedText
  package var purpose: LocalizedText
  package var fit: Fit
  /// The places of it that are run; empty: all.
  package var only: [String]
  package var gives: [Give]
  package var takes: [Taking]
  /// What can be given, under its names here.
  package var settings: [Setting]
  /// What it promises, under its names here.
  package var delivers: [Deliverable]
  /// What all of it together may take: its steps are shortened to fit; `nil`: what they come to.
  package var time: TimeFormula?
  /// Below which no shortage of time takes it; `nil`: what its steps bear.
  package var shortest: Span?
  /// What a shortage of time does to it as a whole.
  package var cut: Timebox.Cut
  package var body: [FlowElement]

  package init(
    method: String, version: String, title: LocalizedText, purpose: LocalizedText, fit: Fit, only: [String] = [],
    gives: [Give] = [], takes: [Taking] = [], settings: [Setting] = [], delivers: [Deliverable] = [],
    time: TimeFormula? = nil, shortest: Span? = nil, cut: Timebox.Cut = .shorten, body: [FlowElement]
  ) {
    self.method = method
    self.version = version
    self.title = title
    self.purpose = purpose
    self.fit = fit
    self.only = only
    self.gives = gives
    self.takes = takes
    self.settings = settings
    self.delivers = delivers
    self.time = time
    self.shortest = shortest
    self.cut = cut
    self.body = body
  }

  /// What a setting of the used method is given: words, or the things of an outcome.
  package struct Give: Sendable, Equatable {
    /// Under its name here.
    package var setting: String
    /// In the caller's names.
    package var text: LocalizedText
    /// In the caller's names.
    package var outcome: SourceRef?

    package init(setting: String, text: LocalizedText, outcome: SourceRef? = nil) {
      self.setting = setting
      self.text = text
      self.outcome = outcome
    }
  }

  /// An outcome of the used method that the caller reads under a name of its own.
  package struct Taking: Sendable, Equatable {
    /// Under its name here.
    package var outcome: String
    package var into: String

    package init(outcome: String, into: String) {
      self.outcome = outcome
      self.into = into
    }
  }

  /// The ids of the uses around a place: `talk` for `talk.alone`; empty in the method itself.
  package static func scope(of place: String) -> String {
    place.lastIndex(of: ".").map { String(place[..<$0]) } ?? ""
  }

  /// A name or place without the ids of the uses around it: `insights` for `talk.insights`.
  package static func ownName(_ name: String) -> String {
    name.split(separator: ".").last.map { String($0) } ?? name
  }
}

import Diagnostics

/// Methods that use others. Beside them stands a method `talk` with the setting `question`, made for 4 to 12 people, in
/// which the step `write` collects `ideas` and the step `choose` selects the `best` of them.
extension Example {
  static let unusableMethod = agenda(
    #"<use method="tlak"/>"#, mended: #"<use method="talk"/>"#)

  static let unfitVariant = agenda(
    #"<remove ref="warm-up"/>"#, mended: #"<step id="warm-up" time="5m"><title>Warm up</title></step>"#)

  static let unfitGive = agenda(
    #"<use method="talk"><give setting="qestion">What next?</give></use>"#,
    mended: #"<use method="talk"><give setting="question">What next?</give></use>"#)

  static let unfitTake = agenda(
    #"<use method="talk"><take outcome="bset" into="proposals"/></use>"#,
    mended: #"<use method="talk"><take outcome="best" into="proposals"/></use>"#)

  static let unfitOnly = agenda(
    #"<use method="talk" only="choose"/>"#, mended: #"<use method="talk" only="write choose"/>"#)

  static let unfitUse = agenda(
    #"<phase with="pairs"><title>In pairs</title><use method="talk"/></phase>"#,
    mended: #"<phase><title>Together</title><use method="talk"/></phase>"#, head: pairs, people: "4 6 8")
}

extension Decision {
  /// Puts on record that a person's name and words are erased, and what stands in for them from here on.
  mutating func redact(_ redaction: RedactPerson) throws(Rejection) {
    try requireHost()
    guard state.roster[redaction.person] != nil else {
      throw Rejection(.unknownPerson, "\(redaction.person) is not on the list")
    }
    guard command.reason?.contains(where: { !$0.isWhitespace }) ?? false else {
      throw Rejection(.reasonNeeded, "say why it is erased")
    }
    conclude(
      BodiesErased(
        person: redaction.person, by: redaction.by, removed: redaction.removed, standIns: redaction.standIns))
  }
}

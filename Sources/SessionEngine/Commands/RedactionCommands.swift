/// A person's name and words leave the record; whoever keeps the journal has worked out what stands in for them.
package struct RedactPerson: Sendable, Hashable, Codable {
  package var person: PersonID
  /// Who has it done, in words.
  package var by: String
  package var standIns: [BodiesErased.StandIn]
  package var removed: BodiesErased.Removed

  package init(
    _ person: PersonID, by: String, standIns: [BodiesErased.StandIn], removed: BodiesErased.Removed
  ) {
    self.person = person
    self.by = by
    self.standIns = standIns
    self.removed = removed
  }
}

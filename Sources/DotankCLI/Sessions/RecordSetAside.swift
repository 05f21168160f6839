/// What is said where files that tell of more than the journal were moved out of the way.
enum RecordSetAside {
  static func words(_ folder: String) -> String {
    "the journal is shorter than what the files beside it were made from; they are kept in \(folder). "
      + "Look for a copy of journal.jsonl, in a backup or on another machine"
  }
}

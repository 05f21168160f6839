/// Why a line was not understood, in sentences for the person who typed it. Nothing has happened.
struct Complaint: Error, Hashable {
  let sentences: [String]

  init(_ sentences: String...) { self.sentences = sentences }
}

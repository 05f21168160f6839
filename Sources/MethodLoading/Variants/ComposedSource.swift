import Diagnostics

/// A method's text together with where each part of it stands: in its own file, or for a variant in several.
struct ComposedSource {
  /// A stretch that was taken over from a file.
  struct Piece {
    /// In the composed text.
    let start: Int
    let count: Int
    let origin: SourceText
    /// In the file.
    let offset: Int
  }

  let source: SourceText
  /// In order and without gaps; empty where the text is a file's own.
  private let pieces: [Piece]

  /// A file as it is.
  init(_ source: SourceText) {
    self.source = source
    pieces = []
  }

  fileprivate init(_ source: SourceText, pieces: [Piece]) {
    self.source = source
    self.pieces = pieces
  }

  /// The file that a place of the text comes from.
  func origin(of range: SourceRange) -> SourceText { piece(at: Int(range.lower))?.origin ?? source }

  /// What is written at a place of the text.
  func words(at range: SourceRange) -> String { String(decoding: source.bytes[range.offsets], as: UTF8.self) }

  /// A finding at its place in its file.
  func placed(_ finding: Diagnostic) -> Diagnostic {
    guard !pieces.isEmpty else { return finding }
    var placed = finding
    if let range = finding.range { (placed.file, placed.range) = place(range) }
    placed.notes = finding.notes.map { note in
      guard let range = note.range, note.file == source.name else { return note }
      let (file, place) = place(range)
      return Diagnostic.Note(note.message, file: file, range: place)
    }
    return placed
  }

  private func place(_ range: SourceRange) -> (file: String, range: SourceRange) {
    let lower = Int(range.lower)
    guard let piece = piece(at: lower) else { return (source.name, range) }
    let start = piece.offset + lower - piece.start
    let length = min(Int(range.upper) - lower, piece.start + piece.count - lower)
    return (piece.origin.name, SourceRange(start..<start + max(0, length)))
  }

  private func piece(at offset: Int) -> Piece? {
    pieces.last { $0.start <= offset && offset < $0.start + max(1, $0.count) } ?? pieces.last { $0.start <= offset }
  }

  /// The stretches of files that a stretch of the text consists of.
  fileprivate func pieces(in range: Range<Int>) -> [(origin: SourceText, range: Range<Int>)] {
    guard !pieces.isEmpty else { return [(source, range)] }
    return pieces.compactMap { piece in
      let lower = max(range.lowerBound, piece.start)
      let upper = min(range.upperBound, piece.start + piece.count)
      guard lower < upper else { return nil }
      return (piece.origin, piece.offset + lower - piece.start..<piece.offset + upper - piece.start)
    }
  }
}

/// A text put together from stretches of files.
struct Composing {
  private var bytes: [UInt8] = []
  private var pieces: [ComposedSource.Piece] = []

  /// Adds a stretch of a text.
  mutating func add(_ range: Range<Int>, of source: ComposedSource) {
    for (origin, part) in source.pieces(in: range) {
      pieces.append(.init(start: bytes.count, count: part.count, origin: origin, offset: part.lowerBound))
      bytes += origin.bytes[part]
    }
  }

  /// Adds a tag that stands in no file; what is found at it is shown at that place.
  mutating func add(_ tag: String, near offset: Int, of source: ComposedSource) {
    let place = source.pieces(in: offset..<offset + 1).first
    pieces.append(
      .init(start: bytes.count, count: 0, origin: place?.origin ?? source.source, offset: place?.range.lowerBound ?? 0))
    bytes += Array(tag.utf8)
  }

  /// The text under the name of a file.
  func finish(named name: String) -> ComposedSource {
    ComposedSource(SourceText(name: name, bytes: bytes), pieces: pieces)
  }
}

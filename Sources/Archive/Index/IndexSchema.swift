internal import GRDB

/// The tables of the index. A change of any of them needs another `version`: an index of another one is made anew.
///
/// Numbers of measures are whole ten-thousandths, times whole seconds, moments ISO 8601 as the record writes them. What
/// is `folded` is for finding, see `WordFolding`.
enum IndexSchema {
  static let version = 7

  /// Rows of the search table belong to the session whose number stands in the upper part of theirs.
  static let textsPerSession: Int64 = 1 << 24

  static func create(in db: Database) throws {
    try db.execute(sql: tables)
    try db.execute(sql: "PRAGMA user_version = \(version)")
  }

  private static let tables = """
    CREATE TABLE sessions (
      id INTEGER PRIMARY KEY, folder TEXT NOT NULL UNIQUE, journalLength INTEGER, journalModified INTEGER,
      recordLength INTEGER, recordModified INTEGER, identity TEXT, record TEXT,
      journal TEXT NOT NULL DEFAULT 'whole', trouble TEXT, date TEXT NOT NULL, status TEXT,
      rehearsal INTEGER NOT NULL DEFAULT 0, method TEXT, version TEXT, variantOf TEXT, hash TEXT, title TEXT, site TEXT,
      siteFolded TEXT, language TEXT, people INTEGER, verdict TEXT, stepsDone INTEGER, stepsPutUp INTEGER,
      changes INTEGER, planned INTEGER, used INTEGER, actions INTEGER NOT NULL DEFAULT 0,
      openActions INTEGER NOT NULL DEFAULT 0);
    CREATE INDEX sessionsByDate ON sessions(date, folder, rehearsal);
    CREATE INDEX sessionsByMethod ON sessions(method);
    CREATE INDEX sessionsByIdentity ON sessions(identity, folder);
    CREATE INDEX sessionsByRecord ON sessions(record);
    CREATE INDEX sessionsWithoutJournal ON sessions(record) WHERE journal = 'absent';
    CREATE INDEX sessionsKnown ON sessions(
      folder, journalLength, journalModified, recordLength, recordModified, trouble);
    CREATE TABLE labels (
      session INTEGER NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL, folded TEXT NOT NULL,
      PRIMARY KEY (session, kind, value)) WITHOUT ROWID;
    CREATE TABLE verdicts (
      session INTEGER NOT NULL, position INTEGER NOT NULL, kind TEXT NOT NULL, place TEXT NOT NULL, title TEXT NOT NULL,
      path TEXT NOT NULL, subject TEXT NOT NULL, rule TEXT, result TEXT NOT NULL, advice TEXT, overruled INTEGER NOT NULL, reason TEXT,
      winners TEXT, dissent INTEGER, present INTEGER, answered INTEGER, counts INTEGER NOT NULL,
      PRIMARY KEY (session, position)) WITHOUT ROWID;
    CREATE TABLE actions (
      session INTEGER NOT NULL, position INTEGER NOT NULL, id TEXT NOT NULL, text TEXT NOT NULL, owner TEXT,
      ownerFolded TEXT, due TEXT, measure TEXT, isOpen INTEGER NOT NULL, PRIMARY KEY (session, position)) WITHOUT ROWID;
    CREATE TABLE takes (
      session INTEGER NOT NULL, position INTEGER NOT NULL, place TEXT NOT NULL, path TEXT NOT NULL, title TEXT NOT NULL,
      kind TEXT NOT NULL, status TEXT NOT NULL, counts INTEGER NOT NULL, planned INTEGER NOT NULL, used INTEGER NOT NULL,
      reason TEXT, PRIMARY KEY (session, position)) WITHOUT ROWID;
    CREATE TABLE deviations (
      session INTEGER NOT NULL, position INTEGER NOT NULL, kind TEXT NOT NULL, place TEXT, subject TEXT NOT NULL,
      seconds INTEGER, reason TEXT, PRIMARY KEY (session, position)) WITHOUT ROWID;
    CREATE TABLE outcomes (
      session INTEGER NOT NULL, position INTEGER NOT NULL, id TEXT NOT NULL, title TEXT, kind TEXT NOT NULL,
      promised INTEGER NOT NULL, entries INTEGER NOT NULL, keptBack INTEGER NOT NULL, why TEXT, PRIMARY KEY (session, position)) WITHOUT ROWID;
    CREATE TABLE figures (
      session INTEGER NOT NULL, position INTEGER NOT NULL, outcome TEXT NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL,
      thing TEXT, label TEXT, criterion TEXT, withheld TEXT, n INTEGER, median INTEGER, mean INTEGER, least INTEGER,
      most INTEGER, spread INTEGER, total INTEGER, zone TEXT, PRIMARY KEY (session, position)) WITHOUT ROWID;
    CREATE VIRTUAL TABLE texts USING fts5(
      text, kind UNINDEXED, place UNINDEXED, tokenize = "unicode61 remove_diacritics 2", prefix = '3');
    """

  /// The tables that hang on a session by its number.
  static let dependent = ["labels", "verdicts", "actions", "takes", "deviations", "outcomes", "figures"]
}

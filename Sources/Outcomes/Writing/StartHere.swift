/// What lies in a session's folder, for somebody who opens it for the first time.
enum StartHere {
  static let name = "START-HERE.txt"

  static func text(hasActions: Bool) -> String {
    """
    The record of one session. To read it, open report.html.

    report.html      all of it on one page, with drawings; to send round
    report.md        the same as plain text
    brief.html       the decisions on one sheet
    \(hasActions ? "actions.ics      who does what by when, for calendars\n" : "")\
    tables/          a table for each kind of observation, for spreadsheets; session.csv says which session it is
    datapackage.json what each column of the tables means
    outcome.json     all of it for programs; outcome.xml is the same in another form
    schema/          what outcome.json and outcome.xml look like
    method/          the method as it was used
    files/           photos and documents that people handed in, where there are any
    SHA256SUMS       shows whether a file was changed:  sha256sum -c SHA256SUMS
    journal.jsonl    every entry as it came in, also private ones and hidden names. All other files can be made of it
                     again with  dotank export ; it is in no bundle unless somebody asked for it.

    """
  }
}

extension ScreenModel {
  /// What a command shows again.
  func lines(for display: Intent.Display) -> [Line] {
    guard let text = screenText() else { return [] }
    switch display {
    case .say:
      let said = text.said()
      return said.isEmpty ? [Line("There is nothing to say in this step. /show repeats the step.")] : said
    case .step: return text.announcement(isWhole: true)
    case .items: return text.items()
    case .agenda: return text.agenda(method)
    case .people: return text.people()
    case .groups:
      let groups = text.groups(atMost: nil) + text.rotations(atMost: nil) + text.smallGroups()
      return groups.isEmpty ? [Line("The whole room works together in this step.")] : groups
    case .time: return text.time()
    case .roles: return text.roles()
    case .tracks: return text.tracks()
    case .queue: return text.queue()
    case .ways: return text.ways()
    case .stale:
      let stale = text.stale()
      return stale.isEmpty ? [Line("Nothing here rests on something that was changed since.")] : stale
    case .actions: return text.actions()
    case .allHelp: return ConsoleCommand.wholeHelpPage(width: options.width)
    case .possible: return text.possible()
    case .help(let command):
      return command?.helpPage(width: options.width) ?? ConsoleCommand.helpPage(width: options.width)
    }
  }
}

extension ScreenText {
  /// What can be done now, as the palette of the full screen lists it.
  func possible() -> [Line] {
    var page = page()
    for command in ConsoleCommand.possible(in: view) { page.add("/\(command.rawValue): \(command.summary)") }
    return page.lines
  }
}

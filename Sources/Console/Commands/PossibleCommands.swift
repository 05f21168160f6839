import MethodModel
import SessionEngine

extension ConsoleCommand {
  /// What can be done now, what is likeliest first. Others are refused now, or say that there is nothing to do.
  static func possible(in view: SessionView) -> [ConsoleCommand] {
    if case .ended = view.status { return [.quit] }
    var commands: [ConsoleCommand] = view.status == .paused ? [.resume] : []
    if view.checkpoint != nil, view.stop == nil { commands += verdicts(view) }
    if view.stop == nil { commands += [.next] }
    if !view.ways.isEmpty { commands.append(.replan) }
    commands += entering(view) + time(view) + moving(view) + people(view) + seeing(view)
    return commands + [.help, .end, .quit]
  }

  private static func verdicts(_ view: SessionView) -> [ConsoleCommand] {
    guard let checkpoint = view.checkpoint else { return [] }
    let judges: [ConsoleCommand] = checkpoint.judges.contains { $0.answer == nil } ? [.judge] : []
    return judges + checkpoint.offered.compactMap { ConsoleCommand(rawValue: $0.rawValue) }
  }

  private static func entering(_ view: SessionView) -> [ConsoleCommand] {
    var commands: [ConsoleCommand] = []
    if let activity = view.activity {
      if activity.isTieOpen { commands.append(.choose) }
      if !activity.isRevealed, activity.reveal == .host { commands.append(.reveal) }
      if activity.isOpen { commands.append(.close) }
      if !activity.entries.isEmpty {
        commands += [.reword, .withdraw, .merge, .split] + (activity.fields.isEmpty ? [] : [.set])
      }
      if activity.lateCount > 0 { commands.append(.admit) }
    }
    if !view.stale.isEmpty { commands.append(.keep) }
    if !view.actions.isEmpty { commands.append(.action) }
    return commands + [.undo, .note, .photo]
  }

  private static func time(_ view: SessionView) -> [ConsoleCommand] {
    (view.status == .running ? [.pause] : []) + (view.place.take == nil ? [.time] : [.extend, .shorten, .time])
  }

  private static func moving(_ view: SessionView) -> [ConsoleCommand] {
    var commands: [ConsoleCommand] = [.back, .goto]
    if view.stop == nil { commands += [.skip, .rerun, .insert] }
    if view.canReturn { commands.append(.return) }
    if !view.tracks.isEmpty { commands.append(.track) }
    if view.turns != nil { commands.append(.turn) }
    if view.queue != nil { commands.append(.queue) }
    return commands
  }

  private static func people(_ view: SessionView) -> [ConsoleCommand] {
    [.late, .gone] + (view.roles.isEmpty ? [] : [.role, .unrole]) + (view.parts.count > 1 ? [.move, .regroup] : [])
  }

  private static func seeing(_ view: SessionView) -> [ConsoleCommand] {
    let said: [ConsoleCommand] = view.say.isEmpty ? [] : [.say]
    let seen: [ConsoleCommand] = view.activity == nil ? [.show] : [.show, .items]
    return said + seen + [.agenda, .who] + (view.parts.count > 1 ? [.groups] : [])
  }
}

import Console
import Foundation
import MethodLoading
import MethodModel
import SessionEngine
import Testing
import XMLReading

/// A session with the full screen in front of it.
struct CockpitStage {
  var stage: Stage
  var cockpit: Cockpit
  /// What the shell was asked for beside submitting.
  var effects: [Cockpit.Effect] = []
  /// Lines as the line mode would have taken them, for the same session on the twin.
  static let small = ScreenFrame.Size(columns: 80, rows: 24)
  static let large = ScreenFrame.Size(columns: 120, rows: 40)

  init(_ stage: Stage, size: ScreenFrame.Size = small) {
    self.stage = stage
    cockpit = Cockpit(screen: stage.screen, size: size)
    send(.message(.opened(stage.view, elapsed: stage.elapsed)))
  }

  /// A shipped method, as an author wrote it.
  init(
    method id: String, people: [String] = Sample.names, settings: [String: [String]] = [:],
    size: ScreenFrame.Size = small
  ) throws {
    let root = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).joined(separator: "/")
    let source = try XMLFile.read("\(root)/Methods/\(id).xml")
    let method = try #require(
      MethodLoader.load(source, methods: MethodLibrary(folders: ["\(root)/Methods"])).method)
    var settings = settings
    for setting in Interview.missing(method, settings) {
      settings[setting.id] =
        switch setting.kind {
        case .date: ["2027-03-01"]
        case .number: ["10"]
        default: ["Peer visits"]
        }
    }
    self.init(try Stage(method, people: people, settings: settings), size: size)
  }

  /// The frame at a size, as text.
  func frame(_ size: ScreenFrame.Size? = nil) -> String {
    guard let size else { return cockpit.frame().text }
    var other = cockpit
    _ = other.update(.resized(size))
    return other.frame().text
  }

  mutating func press(_ keys: Key...) { for key in keys { send(.key(key)) } }

  /// Types a line and enters it.
  mutating func type(_ line: String) {
    send(.key(.text(line)))
    send(.key(.enter))
  }

  /// Lets time pass, and what is due happen.
  mutating func wait(_ seconds: Int) throws {
    stage.elapsed += seconds
    try stage.send(Submission(.timeReached))
    send(.message(.viewChanged(stage.view, elapsed: stage.elapsed)))
  }

  mutating func send(_ event: Cockpit.Event) {
    for effect in cockpit.update(event) {
      if case .submit(let submissions) = effect {
        send(.message(.answered(stage.answer(submissions))))
      } else {
        effects.append(effect)
      }
    }
  }
}

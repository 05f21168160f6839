import Diagnostics
import Foundation
import MethodLoading
import Planning
import SessionEngine
import Synchronization

/// A sweep of 1,000 rehearsals on two cores, beside the same number of steps as task sequences in SpiffWorkflow.
///
/// A step here is a step of a workshop in which two dozen people write, rate, vote, come late and are refused; a task there is an
/// empty task of a sequence. The ratio says how much of that a step costs in terms of what a workflow engine takes to move on once.
enum SweepBenchmark {
  private static let rehearsals = 1_000
  private static let cores = 2

  static func run() async throws {
    let subject = try subject()
    let people = subject.engine.method.fit.admits(24) ? 24 : subject.engine.method.fit.ideal ?? 9
    let start = ContinuousClock.now
    let spent = Machine.processorSeconds
    let runs = await runs(of: subject, people: people)
    let seconds = start.duration(to: .now).seconds
    let processor = Machine.processorSeconds - spent
    let steps = runs.reduce(0) { $0 + $1.steps }
    guard !runs.contains(where: \.isStuck) else { throw Trouble("a rehearsal stood still") }
    let commands = runs.reduce(0) { $0 + $1.commands }
    print("  \(subject.engine.method.id) for \(people) people: \(steps) steps, \(commands) commands")
    print(
      "  refused: \(runs.reduce(0) { $0 + $1.refusals }); \(rounded(processor * 1_000_000 / Double(commands))) µs of processor time a command"
    )
    Promise(what: "\(rehearsals) rehearsals on \(cores) cores", bound: .atMost, figure: 10).hold(seconds, unit: " s")
    print("  in processor time: \(rounded(processor)) s, \(rounded(processor / Double(cores))) s a core")
    try await compare(steps: steps, seconds: processor)
  }

  private static func subject() throws -> SweepSubject {
    let library = MethodLibrary(folders: [Machine.methods.path])
    let wanted = ["do-tank-day", "adoption-readiness-hexagon"]
    guard let found = wanted.lazy.compactMap({ try? library.load($0) }).first else {
      throw Trouble("none of \(wanted.joined(separator: ", ")) is shipped")
    }
    return SweepSubject(SessionEngine(found.method), settings: [:], language: found.method.language, isRemote: false)
  }

  private static func runs(of subject: SweepSubject, people: Int) async -> [SweepRun] {
    await withTaskGroup(of: [SweepRun].self) { group in
      for core in 0..<cores {
        group.addTask {
          stride(from: core, to: rehearsals, by: cores).map { subject.rehearse(people: people, seed: UInt64($0)) }
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
  }

  // MARK: SpiffWorkflow

  private static func compare(steps: Int, seconds: Double) async throws {
    try await Machine.withScratchFolder { folder in
      let python = folder.appending(path: "venv/bin/python").path
      guard
        try ChildProcess.run(try Machine.path(of: "python3"), ["-m", "venv", folder.appending(path: "venv").path]).code
          == 0,
        try ChildProcess.run(python, ["-m", "pip", "install", "--quiet", "SpiffWorkflow"]).code == 0
      else { throw Trouble("SpiffWorkflow cannot be installed; the network is needed once") }
      let script = folder.appending(path: "sequence.py").path
      let output = folder.appending(path: "seconds").path
      try Data(sequence.utf8).write(to: URL(filePath: script))
      let tasks = (steps + rehearsals - 1) / rehearsals
      let process = try ChildProcess.run(python, [script, "\(rehearsals)", "\(tasks)"], output: output)
      let told = try String(contentsOfFile: output, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
      guard process.code == 0, let theirs = Double(told) else { throw Trouble("SpiffWorkflow did not run its tasks") }
      print("  SpiffWorkflow, \(rehearsals) sequences of \(tasks) tasks on one core: \(rounded(theirs)) s")
      print("  a step here to a task there, in processor time: \(rounded(seconds / theirs))")
    }
  }

  private static let sequence = """
    import sys, time
    from SpiffWorkflow.specs.Simple import Simple
    from SpiffWorkflow.specs.WorkflowSpec import WorkflowSpec
    from SpiffWorkflow.workflow import Workflow

    count, tasks = int(sys.argv[1]), int(sys.argv[2])
    spec = WorkflowSpec(name="sequence", addstart=True)
    last = spec.start
    for number in range(tasks):
        task = Simple(spec, f"task-{number}")
        last.connect(task)
        last = task
    began = time.process_time()
    for _ in range(count):
        workflow = Workflow(spec)
        workflow.run_all(halt_on_manual=False)
        assert workflow.is_completed()
    print(time.process_time() - began)
    """
}

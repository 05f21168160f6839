import Testing

@testable import SessionStore

struct `A session's folder` {
  @Test(arguments: [
    ("North School", "north-school"), ("Käpylän peruskoulu, Länsi-Töölö", "kapylan-peruskoulu-lansi-toolo"),
    ("École Sainte-Thérèse", "ecole-sainte-therese"), ("Straße Øst Łódź", "strasse-ost-lodz"), ("Æble", "aeble"),
    ("北京第一中学", "北京第一中学"), ("मराठी शाळा", "मराठी-शाळा"), ("a\u{308}iti", "aiti"), ("../../etc/passwd", "etc-passwd"),
    ("..", ""), ("/", ""), ("a/b\\c\0d\ne", "a-b-c-d-e"), ("  .hidden. ", "hidden"), ("🏫 School 7", "school-7"),
    ("-", ""),
    ("…\u{202E}gnp.exe", "gnp-exe"), ("CON", "con"),
  ])
  func `has a name that any disk takes`(text: String, slug: String) {
    #expect(SessionFolderName.slug(text) == slug)
  }

  @Test func `has a name of bearable length, cut between letters`() {
    let name = SessionFolderName.make(
      day: "2026-11-21", method: String(repeating: "m", count: 300), site: String(repeating: "学校", count: 300))
    #expect(name.utf8.count <= 140)
    #expect(name.hasSuffix("学校"))
    #expect(name.hasPrefix("2026-11-21-mmm"))
  }

  @Test(arguments: Disk.allCases)
  func `says what the session was, and counts on when the name is taken`(disk: Disk) throws {
    try disk.use { files, root in
      let sessions = FilePath.joined(root, "deep/Sessions")
      let names = try (1...3).map { _ in
        try SessionFolder.create(
          in: sessions, day: "2026-11-21", method: "consent-decision", site: "North School", files: files
        ).name
      }
      let name = "2026-11-21-consent-decision-north-school"
      #expect(names == [name, name + "-2", name + "-3"])
    }
  }

  @Test func `a folder that cannot be made is a clear error`() throws {
    let disk = MemoryDisk()
    disk.plan(.fail(.readOnly), at: 1)
    let error = #expect(throws: SessionStoreError.self) { _ = try NoteTaking.folder(on: disk) }
    #expect(error?.exit == .cannotCreate)
    #expect(error?.message == "making a folder for the session did not work: the disk is read-only (/)")
    #expect(error?.remedy == "put the sessions on another disk with `--sessions DIR`")
  }

  @Test(arguments: Disk.allCases)
  func `holds the method as it was, whatever happens to the original`(disk: Disk) throws {
    try disk.use { files, root in
      let folder = try SessionFolder.create(in: root, day: "2026-11-21", method: "m", files: files)
      let method = PinnedMethod(files: [
        .init(name: "main.xml", bytes: [1, 2, 3]), .init(name: "parts/rate it.xml", bytes: []),
      ])
      try folder.pin(method)
      #expect(try folder.pinnedMethod() == method)
      #expect(try folder.pinnedMethod().hash == method.hash)

      try AtomicFile.write([1, 2, 4], to: folder.path(of: "method/main.xml"), in: files)
      let error = #expect(throws: SessionStoreError.self) { _ = try folder.pinnedMethod() }
      #expect(error?.code == .methodChanged)
      #expect(error?.message.contains("method/main.xml") == true)
    }
  }

  @Test func `one method file has the hash that everybody computes`() {
    let method = PinnedMethod(files: [.init(name: "a.xml", bytes: Array("abc".utf8))])
    #expect(method.hash == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test(arguments: ["../journal.jsonl", "/etc/passwd", "a/../../b", "", "a//b", ".", "a\nb"])
  func `no method file leads out of it`(name: String) throws {
    let folder = try NoteTaking.folder(on: MemoryDisk())
    let error = #expect(throws: SessionStoreError.self) {
      try folder.pin(PinnedMethod(files: [.init(name: name, bytes: [])]))
    }
    #expect(error?.code == .badName)
  }

  @Test(arguments: Disk.allCases)
  func `is locked by one window at a time`(disk: Disk) throws {
    try disk.use { files, root in
      let folder = try SessionFolder.create(in: root, day: "2026-11-21", method: "m", files: files)
      do {
        let lock = try SessionLock.take(folder, as: NoteTaking.holder)
        let error = #expect(throws: SessionStoreError.self) { _ = try SessionLock.take(folder, as: NoteTaking.holder) }
        #expect(
          error?.message
            == "this session is open in another window (process 4711, since 2026-11-21T09:00:00.000Z)")
        #expect(error?.exit == .busy)
        _ = consume lock
      }
      _ = try SessionLock.take(folder, as: NoteTaking.holder)
    }
  }

  @Test func `a disk without locks is refused, not trusted`() throws {
    let disk = MemoryDisk()
    let folder = try NoteTaking.folder(on: disk)
    disk.plan(.fail(.unsupported), at: 1)
    let error = #expect(throws: SessionStoreError.self) { _ = try SessionLock.take(folder, as: NoteTaking.holder) }
    #expect(error?.code == .fileTrouble)
    #expect(error?.remedy?.contains("--sessions") == true)
  }
}

struct `Finding a session again` {
  private let disk = MemoryDisk()
  private let shelf: SessionShelf

  init() throws {
    shelf = SessionShelf("/Sessions", files: disk)
    for (day, method, types) in [
      ("2026-11-20", "one-two-four-all", ["sessionStarted", "ended"]), ("2026-11-21", "consent", ["sessionStarted"]),
      ("2026-11-21", "consent", ["sessionStarted", "ended", "noteTaken"]),
      ("2026-11-19", "hexagon", ["sessionStarted"]),
    ] {
      let folder = try SessionFolder.create(in: "/Sessions", day: day, method: method, files: disk)
      var writer = try JournalWriter.begin(folder.journalPath, in: disk)
      var command = Sample.command(1, events: types.count)
      for index in types.indices { command.events[index].type = types[index] }
      _ = try writer.append([command])
    }
    _ = try SessionFolder.create(in: "/Sessions", day: "2026-11-22", method: "never-began", files: disk)
    let cut = try SessionFolder.create(in: "/Sessions", day: "2026-11-22", method: "cut-off", files: disk)
    _ = try JournalWriter.begin(cut.journalPath, in: disk)
    try disk.open("/Sessions/notes.txt", for: .creating).writeAll([1])
  }

  @Test func `the newest comes first`() throws {
    #expect(
      try shelf.sessions().map(\.name) == [
        "2026-11-21-consent-2", "2026-11-21-consent", "2026-11-20-one-two-four-all", "2026-11-19-hexagon",
      ])
  }

  @Test(arguments: [
    (nil, "2026-11-21-consent"), ("", "2026-11-21-consent"), ("2026-11-21-consent", "2026-11-21-consent"),
    ("2026-11-20", "2026-11-20-one-two-four-all"), ("/Sessions/2026-11-19-hexagon", "2026-11-19-hexagon"),
    ("/Sessions/2026-11-19-hexagon/", "2026-11-19-hexagon"),
  ])
  func `by what somebody types`(typed: String?, name: String) throws {
    #expect(try shelf.session(typed).name == name)
  }

  @Test func `what is not unique is not guessed`() throws {
    let error = #expect(throws: SessionStoreError.self) { _ = try shelf.session("2026-11-21") }
    #expect(error?.code == .ambiguousSession)
    #expect(error?.remedy == "type more of the name: '2026-11-21-consent-2', '2026-11-21-consent'")
  }

  @Test func `what is not there is answered with what is`() throws {
    let error = #expect(throws: SessionStoreError.self) { _ = try shelf.session("hexagon") }
    #expect(error?.message == "there is no session 'hexagon' in '/Sessions'")
    #expect(error?.remedy == "there is '2026-11-19-hexagon'")
    let folder = #expect(throws: SessionStoreError.self) { _ = try shelf.session("/Sessions/2026-11-22-never-began") }
    #expect(folder?.code == .notASession)
    let empty = #expect(throws: SessionStoreError.self) { _ = try SessionShelf("/nowhere", files: disk).session(nil) }
    #expect(empty?.code == .noSuchSession)
    #expect(empty?.remedy?.contains("dotank run") == true)
  }
}

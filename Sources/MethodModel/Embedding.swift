extension Method {
  /// The same method with its names and places behind a prefix, its texts following.
  package func renamed(by renaming: Renaming) -> Method {
    let renaming = renaming.keeping(fieldsOfPeople: people.map(\.id))
    return Method(
      id: id, version: version, language: language, title: renaming.text(title), purpose: renaming.text(purpose),
      origins: origins, fit: fit, settings: settings.map(renaming.setting),
      usedSettings: usedSettings.map(renaming.setting), people: people, roles: roles.map(renaming.role),
      groupings: groupings.map(renaming.grouping), scales: scales.map(renaming.scale),
      lists: lists.map(renaming.list), materials: materials.map(renaming.material),
      delivers: delivers.map(renaming.deliverable), agenda: renaming.flow(agenda))
  }

  /// The method with the definitions that its used methods bring along, renamed already.
  ///
  /// A role or a field of people that is there already is the same one.
  package func holding(_ used: [Method]) -> Method {
    var method = self
    for other in used {
      method.usedSettings += other.settings + other.usedSettings
      method.people += other.people.filter { field in !method.people.contains { $0.id == field.id } }
      method.roles += other.roles.filter { method.role($0.id) == nil }
      method.groupings += other.groupings
      method.scales += other.scales
      method.lists += other.lists
      method.materials += other.materials
    }
    return method
  }
}

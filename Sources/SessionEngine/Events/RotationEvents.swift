/// It is settled who or what is where in each lap of a rotation; replaces an earlier schedule.
package struct ScheduleSet: EventContent {
  package static let type = "scheduleSet"
  /// The rotation, without its lap.
  package var path: InstancePath
  package var place: String
  /// One for each circle.
  package var circles: [Rotation]
  /// The first lap that is new, from 1.
  package var from: Int
  package var asBody: EventBody { .scheduleSet(self) }
}

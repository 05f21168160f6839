import SessionStore

/// Waits for a session that somebody else has open for a moment, as another command that records something does.
enum Patience {
  private static let longest = Duration.seconds(10)
  private static let pause = Duration.milliseconds(100)

  /// Does something that needs the session's lock; while another program has it, it is tried again for a few seconds.
  static func waiting<Value: ~Copyable>(
    _ work: () async throws(SessionStoreError) -> Value
  ) async throws(SessionStoreError) -> Value {
    let end = ContinuousClock.now + longest
    while ContinuousClock.now < end {
      do throws(SessionStoreError) { return try await work() } catch  where error.code == .locked {
        // Whoever cancels wants no more waiting.
        guard (try? await Task.sleep(for: pause)) != nil else { break }
      }
    }
    return try await work()
  }
}

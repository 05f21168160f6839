import Diagnostics
import Scenarios
import Testing

@Suite struct ScenarioTests {
  @Test func `no code is explained twice, and every explanation says something`() {
    let codes = Scenarios.explanations.map(\.code.rawValue)
    #expect(codes == codes.sorted())
    #expect(Set(codes).count == codes.count)
  }
}

/// What is shown beside a text: the things of a source, as far as they are let through, with figures.
package struct Showing: Sendable, Equatable {
  package var of: SourceRef?
  package var stats: [Measure]
  package var within: [SourceRef]
  package var except: [SourceRef]
  package var filters: [FieldTest]
  /// Marks on the things, or a number or day of theirs, by which they are put in order.
  package var order: SourceRef?
  package var isRising: Bool
  /// With figures: how far each has moved since then.
  package var change: Test.Change?

  package init(
    of: SourceRef? = nil, stats: [Measure] = [], change: Test.Change? = nil, within: [SourceRef] = [],
    except: [SourceRef] = [],
    filters: [FieldTest] = [], order: SourceRef? = nil, isRising: Bool = false
  ) {
    self.of = of
    self.stats = stats
    self.within = within
    self.except = except
    self.filters = filters
    self.order = order
    self.isRising = isRising
    self.change = change
  }
}

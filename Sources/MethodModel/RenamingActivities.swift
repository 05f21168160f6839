extension Renaming {
  func activity(_ activity: Activity) -> Activity {
    var renamed = activity
    renamed.kind = kind(activity.kind)
    renamed.of = source(activity.of)
    renamed.from = source(activity.from)
    renamed.within = sources(activity.within)
    renamed.except = sources(activity.except)
    renamed.into = name(activity.into)
    renamed.by = name(activity.by)
    renamed.per = unit(activity.per)
    if case .roles(let roles)? = activity.visible { renamed.visible = .roles(names(roles)) }
    if case .step(let step)? = activity.reveal { renamed.reveal = .step(place(step)) }
    renamed.filters = activity.filters.map(filter)
    renamed.fields = activity.fields.map(field)
    return renamed
  }

  private func kind(_ kind: Activity.Kind) -> Activity.Kind {
    switch kind {
    case .collect(let limits, let unique, let expect): .collect(self.limits(limits), unique: unique, expect: expect)
    case .select(let selection): .select(self.selection(selection))
    case .vote(let vote): .vote(self.vote(vote))
    case .rate(let rating): .rate(self.rating(rating))
    case .cluster(let limits, let expect): .cluster(self.limits(limits), expect: expect)
    case .connect: kind
    case .place(let placing): .place(self.placing(placing))
    case .fill(let freeze, let limits): .fill(freeze: freeze.map(place), limits: self.limits(limits))
    case .decide(let decide): .decide(self.decide(decide))
    case .commit(let limits, let expect): .commit(self.limits(limits), expect: expect)
    }
  }

  private func placing(_ placing: Placing) -> Placing {
    let axes: Placing.Axes? =
      switch placing.axes {
      case .scales(let scales)?: .scales(names(scales))
      case .things(let source, let scale)?: .things(self.source(source), scale: scale.map(name))
      case nil: nil
      }
    return Placing(axes: axes, zones: source(placing.zones))
  }

  private func limits(_ limits: Limits) -> Limits {
    Limits(atLeast: count(limits.atLeast), atMost: count(limits.atMost))
  }

  private func selection(_ selection: Selection) -> Selection {
    var renamed = selection
    renamed.name = name(selection.name)
    renamed.limits = limits(selection.limits)
    renamed.top = count(selection.top)
    renamed.rankedBy = source(selection.rankedBy)
    renamed.weights = source(selection.weights)
    renamed.lot = selection.lot.map { lot in
      guard case .count(let number) = lot.size else { return Selection.Lot(lot.size, mix: fieldsOrRoles(lot.mix)) }
      return Selection.Lot(.count(count(number)), mix: fieldsOrRoles(lot.mix))
    }
    if let cost = selection.cost { renamed.cost?.budget = count(cost.budget) }
    renamed.condition = selection.condition.map(condition)
    renamed.rest = name(selection.rest)
    return renamed
  }

  private func vote(_ vote: Vote) -> Vote {
    var renamed = vote
    renamed.budget = count(vote.budget)
    renamed.perItem = count(vote.perItem)
    renamed.apart = fieldsOrRoles(vote.apart)
    return renamed
  }

  private func rating(_ rating: Rating) -> Rating {
    var renamed = rating
    renamed.scale = name(rating.scale)
    renamed.criteria = source(rating.criteria)
    renamed.apart = fieldsOrRoles(rating.apart)
    return renamed
  }

  private func decide(_ decide: Decide) -> Decide {
    var renamed = decide
    renamed.atLeast = decide.atLeast.map(quantity)
    renamed.quorum = decide.quorum.map(quantity)
    return renamed
  }
}

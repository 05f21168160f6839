internal import Diagnostics

extension TemplateSet {
  /// The templates in `Templates/reports`, built into the program, so that a report needs no file beside it.
  package static let shipped: TemplateSet = {
    let files: [(String, [UInt8])] = [
      ("report.html", PackageResources.report_html), ("report.md", PackageResources.report_md),
      ("brief.html", PackageResources.brief_html), ("style.css", PackageResources.style_css),
      ("decided.html", PackageResources.decided_html), ("criteria.html", PackageResources.criteria_html),
      ("figures.html", PackageResources.figures_html), ("bars.html", PackageResources.bars_html),
      ("flow.html", PackageResources.flow_html), ("outcome.html", PackageResources.outcome_html),
      ("step.html", PackageResources.step_html), ("figures.md", PackageResources.figures_md),
      ("decided.md", PackageResources.decided_md), ("criteria.md", PackageResources.criteria_md),
      ("outcome.md", PackageResources.outcome_md),
      ("compare.html", PackageResources.compare_html), ("panels.html", PackageResources.panels_html),
    ]
    let sources = files.map { ($0, SourceText(name: "Templates/reports/\($0)", bytes: $1)) }
    do throws(Mistakes) {
      return try TemplateSet(checking: Dictionary(uniqueKeysWithValues: sources))
    } catch {
      preconditionFailure("shipped templates have no mistakes: \(error.diagnostics)")
    }
  }()
}

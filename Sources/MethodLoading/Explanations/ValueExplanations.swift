import Diagnostics

extension MethodLoading {
  /// The form of values.
  static let valueExplanations = [
    Explanation(
      .malformedValue, title: "a value that cannot be read",
      what: "The value of an attribute does not have the form of its type: a name, a number, a range, a duration, …",
      why: "Guessing would do something else than you meant.", example: .malformedValue,
      remedy: "Names: lower-case words with hyphens. Durations: 90s 5m 1h30m 5d. Times: 5m + 1m per group, at most 15m."
        + " Ranges: 4..12, 4.. or 6. Shares: 0.8 or 80%. Yes or no: yes, no."),
    Explanation(
      .disorderedValue, title: "numbers in the wrong order",
      what: "A range ends before it begins, or an expectation is not in the order low, likely, high.",
      why: "Nobody could tell which of the numbers was meant.", example: .disorderedValue,
      remedy: "Write the smaller number first."),
    Explanation(
      .unknownWord, title: "a word that the attribute does not take",
      what: "The attribute takes one of a few words only.",
      why: "Each of them does something exact; another one does nothing.", example: .unknownWord,
      remedy: "Write one of the words that the finding shows."),
    Explanation(
      .malformedReference, title: "a brace that names nothing",
      what: "A brace in a text is not closed, or what stands in it is not a name.",
      why: "Braces stand for a setting or a thing in hand, which takes their place in the session.",
      example: .malformedReference,
      remedy: "Write {name} or {name/field}. A brace that is meant as a character is written {{."),
    Explanation(
      .moreFindings, title: "more findings than are shown",
      what: "The file has more mistakes than anybody reads in one go.",
      why: "Most of them usually go away with the first few.",
      example: "a file in which every quotation mark was replaced",
      remedy: "Put right what is shown, then look again."),
  ]

  /// Finding methods.
  static let libraryExplanations = [
    Explanation(
      .unknownMethod, title: "a method that cannot be found", what: "No folder of methods has a method of that id.",
      why: "There is nothing to run.", example: "dotank run one-to-four-all",
      remedy:
        "Look at `dotank list`, correct the spelling, name the folder with --methods, or give the path of the file."),
    Explanation(
      .hiddenMethod, title: "a method hidden by another one",
      what: "Two folders of methods have a method of the same id; the first folder wins. One file that is found on two"
        + " ways is one method.",
      why: "You may be looking at another file than the one that runs.",
      example: "Methods/retro.xml and ~/.local/share/dotank/Methods/retro.xml",
      remedy: "Rename one of them, or give the path of the one you mean."),
    Explanation(
      .fileNameDiffers, title: "a file called otherwise than its method",
      what: "A method in a folder of methods is found by its file name, which is not the method's id.",
      why: "`run retro` finds the file, and the record names the id; whoever looks for that will not find the file, or"
        + " another one.",
      example: #"Methods/retro.xml with <method id="retrospective" …>"#,
      remedy: "Rename the file, or change the id."),
  ]
}

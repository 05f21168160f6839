package import Diagnostics

/// The long form of every code of this room, for `dotank explain` and the reference.
package enum ReadingExplanations {
  package static let all = files + limits + markup
}

extension ReadingExplanations {
  /// Findings about a file as a whole; their examples are what somebody types.
  static let files: [Explanation] = [
    Explanation(
      .fileMissing, title: "no such file", what: "There is no file at the path that was given.",
      why: "Nothing can be read.", example: "dotank show one-two-for-all.xml",
      remedy: "Check the spelling and the folder you are in; `ls` shows what is there."),
    Explanation(
      .fileUnreadable, title: "a file that may not be read",
      what: "The file exists, and the system refuses to hand out its contents.",
      why: "It belongs to somebody else, its permissions are too narrow, or the disk has an error.",
      example: "chmod 000 a.xml; dotank show a.xml",
      remedy: "Give yourself permission (`chmod u+r`), or copy the file from where it can be read."),
    Explanation(
      .notAFile, title: "not a regular file", what: "The path names a folder, a device, a pipe or a socket.",
      why: "Reading these may wait for ever or never end.", example: "dotank show /dev/zero",
      remedy: "Name a file. To read what another program prints, save it to a file first."),
    Explanation(
      .fileTooBig, title: "a file that is too big", what: "The file is larger than one mebibyte.",
      why: "Methods have a few hundred lines; a file of this size is a mistake or an attack.",
      example: "truncate -s 2M a.xml; dotank show a.xml",
      remedy: "Check that it is the file you meant. Move parts that are methods of their own into files of their own."),
    Explanation(
      .fileEmpty, title: "an empty file", what: "The file has no content besides white space.",
      why: "Often an editor was interrupted while saving, or a download failed.",
      example: Example(" ", mended: "<method/>"),
      remedy: "Fetch or restore the file, or write a method into it."),
    Explanation(
      .otherEncoding, title: "an encoding other than UTF-8",
      what: "The file says, by its first bytes or in its XML declaration, that it is not UTF-8.",
      why: "One encoding for all methods means that letters look the same on every computer.",
      example: Example(
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><method/>",
        mended: "<?xml version=\"1.0\" encoding=\"UTF-8\"?><method/>"),
      remedy: "Save it as UTF-8, and write encoding=\"UTF-8\" in the declaration or leave the declaration out."),
    Explanation(
      .notUTF8, title: "bytes that are no characters",
      what: "Some bytes are not UTF-8; in most cases they are letters with accents in an older encoding.",
      why: "Guessing the letter could put a wrong one in front of a whole room.",
      example: Example(
        "<?xml version=\"1.0\" encoding=\"US-ASCII\"?><method>Näin</method>",
        mended: "<?xml version=\"1.0\" encoding=\"UTF-8\"?><method>Näin</method>"),
      remedy: "Open the file in its own encoding (often Windows-1252 or ISO-8859-1) and save it as UTF-8."),
    Explanation(
      .outOfMemory, title: "no memory left", what: "The system had no memory for reading the file.",
      why: "Other programs use all of it.", example: "ulimit -v 20000; dotank show a.xml",
      remedy: "Close other programs and try again."),
  ]

  /// Findings about XML that is refused all the same.
  static let limits: [Explanation] = [
    Explanation(
      .doctype, title: "a document type declaration", what: "The file has a `<!DOCTYPE ...>`.",
      why: "Such a declaration can read other files, use the network and grow without bounds.",
      example: Example("<!DOCTYPE method><method/>", mended: "<method/>"),
      remedy: "Remove it. Write characters themselves, or as numbers such as `&#160;`."),
    Explanation(
      .tooDeep, title: "elements too deep inside each other", what: "More than 64 elements stand inside each other.",
      why: "No method needs that; reading it could exhaust the program's memory.",
      example: Example(String(repeating: "<a>", count: 65), mended: "<a><a></a></a>"),
      remedy: "Look for an element whose end tag is missing or stands too late."),
    Explanation(
      .tooMany, title: "too many elements, attributes or namespaces",
      what: "The file has more than 20,000 elements, 128 attributes on one, or 64 namespaces at one place.",
      why: "Comparing them all with each other would take long.",
      example: Example("<a " + (0..<129).map { "a\($0)=''" }.joined(separator: " ") + "/>", mended: "<a a0=''/>"),
      remedy: "Remove what repeats, or split the file."),
    Explanation(
      .tagTooLong, title: "a tag that is too long", what: "A tag has more than 8192 bytes from `<` to `>`.",
      why:
        "Nearly always a closing quote is missing, so that the tag swallows what follows; and long tags are slow to read.",
      example: Example(
        "<method id=\"a>" + String(repeating: "text ", count: 2_000) + "</method>",
        mended: "<method id=\"a\">text</method>"),
      remedy: "Close the value by a quote. Move a long text from an attribute into an element."),
  ]
}

import Foundation

/// The built `dotank`, which stands beside the test bundle.
enum Program {
  /// Its path; found upwards from the code of this file, because a bundle is a file on one system and a folder on another.
  static let path: String = {
    var folder = URL(filePath: codePath()).resolvingSymlinksInPath().deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appending(path: "dotank").path
      // A folder of that name stands in the checkout.
      let attributes = try? FileManager.default.attributesOfItem(atPath: candidate)
      if attributes?[.type] as? FileAttributeType == .typeRegular { return candidate }
      folder.deleteLastPathComponent()
    }
    return "/no-dotank-beside-\(codePath())"
  }()

  /// The methods that are shipped.
  static let methods = root + "/Methods"

  /// The checkout.
  static let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()

  private static func codePath() -> String {
    #if os(Linux)
      return "/proc/self/exe"
    #else
      // The system lends the path of the loaded image for as long as it is loaded, which is for ever.
      var info = unsafe Dl_info()
      guard unsafe dladdr(#dsohandle, &info) != 0, let name = unsafe info.dli_fname else { return "/" }
      return unsafe String(cString: name)
    #endif
  }
}

internal import Crypto
internal import MethodModel
internal import SessionEngine

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Photos and documents that people of a scenario hand in: files in the scenario's folder.
enum ScenarioFiles {
  /// The file at a path, refused as a session would refuse it.
  static func file(at path: String, in folder: String) throws(Rejection) -> FileReference {
    guard let bytes = try? Data(contentsOf: URL(filePath: "\(folder)/\(path)")), !bytes.isEmpty else {
      throw Rejection(.valueInvalid, "there is no file “\(path)” beside the scenario")
    }
    let digest = SHA256.hash(data: bytes).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
    guard let file = FileReference(name: path, digest: digest) else {
      throw Rejection(.valueInvalid, "“\(path)” is no name of a file")
    }
    return file
  }
}

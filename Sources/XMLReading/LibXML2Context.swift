internal import CLibXML2
import Diagnostics

/// The only owner of a libxml2 parser. No other file touches C.
///
/// `@safe` holds because the pointer never leaves this struct: it is made in `init`, used only during `parse`, freed once
/// in `deinit`, and the struct can be neither copied nor stored by anybody else.
@safe struct LibXML2Context: ~Copyable {
  private let context: xmlParserCtxtPtr

  /// libxml2 wants its global tables set up before the first parser of any thread; a static runs once.
  fileprivate static let started: Void = dotank_xml_start()

  deinit {
    unsafe xmlFreeParserCtxt(context)
  }

  /// Parses the bytes of the builder's source from an offset on, reporting into the builder.
  ///
  /// Returns false when memory ran out before it began.
  static func parse(from start: Int, into builder: inout XMLTreeBuilder) -> Bool {
    _ = started
    let bytes = builder.source.bytes
    // Both pointers outlive the parser, which lives and dies inside these two closures.
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe withUnsafeMutablePointer(to: &builder) { builder in
        let input = unsafe UnsafeBufferPointer(rebasing: buffer[start...])
        var receiver = unsafe EventReceiver(builder: builder, start: start)
        return unsafe withUnsafeMutablePointer(to: &receiver) { receiver in
          guard let parser = unsafe LibXML2Context(input, receiver: receiver) else { return false }
          let outcome = parser.run()
          unsafe receiver.pointee.finish(isWellFormed: outcome.isWellFormed, at: outcome.offset)
          return true
        }
      }
    }
  }

  private init?(_ bytes: UnsafeBufferPointer<UInt8>, receiver: UnsafeMutablePointer<EventReceiver>) {
    guard let created = unsafe dotank_xml_create(bytes.baseAddress, Int32(clamping: bytes.count), receiver) else {
      return nil
    }
    unsafe context = created
  }

  /// Parses everything; returns whether it was well-formed and how many bytes were read.
  private consuming func run() -> (isWellFormed: Bool, offset: Int) {
    let handlers = unsafe dotank_xml_handlers(context)
    unsafe handlers?.pointee.startElementNs = { parser, name, prefix, address, namespaces, _, attributes, _, list in
      guard let parser = unsafe parser, let receiver = unsafe EventReceiver.of(parser) else { return }
      unsafe receiver.pointee.begin(
        parser, EventReceiver.Name(local: name, prefix: prefix, address: address), namespaces: Int(namespaces),
        attributes: UnsafeBufferPointer(start: list, count: Int(attributes) * 5))
    }
    unsafe handlers?.pointee.endElementNs = { parser, _, _, _ in
      guard let parser = unsafe parser, let receiver = unsafe EventReceiver.of(parser) else { return }
      unsafe receiver.pointee.end(parser)
    }
    unsafe handlers?.pointee.internalSubset = { parser, _, _, _ in
      guard let parser = unsafe parser, let receiver = unsafe EventReceiver.of(parser) else { return }
      unsafe receiver.pointee.refuseDoctype(parser)
    }
    unsafe handlers?.pointee.serror = { parser, error in
      guard let parser = unsafe parser, let receiver = unsafe EventReceiver.of(parser) else { return }
      guard let error = unsafe error, unsafe error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
      // An address that is no URI breaks no rule of well-formedness; namespaces are only compared.
      if unsafe error.pointee.code == XML_WAR_NS_URI.rawValue { return }
      let message = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? ""
      unsafe receiver.pointee.fail(parser, message: message)
    }
    let isWellFormed = unsafe xmlParseDocument(context) == 0
    return unsafe (isWellFormed, dotank_xml_offset(context))
  }
}

/// The only owner of a schema of libxml2.
///
/// `@safe` holds because the pointer never leaves this struct: it is made in `init`, used only during `read`, freed once
/// in `deinit`, and the struct can be neither copied nor stored by anybody else.
@safe struct LibXML2Schema: ~Copyable {
  private let schema: xmlSchemaPtr

  /// `nil` when the text is no schema, or memory ran out.
  init?(_ text: String) {
    _ = LibXML2Context.started
    var text = text
    let made = text.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { bytes in
        unsafe dotank_xml_schema(bytes.baseAddress, Int32(clamping: bytes.count))
      }
    }
    guard let made = unsafe made else { return nil }
    unsafe schema = made
  }

  deinit {
    unsafe xmlSchemaFree(schema)
  }

  /// Reads a document past the schema, and hands each complaint on as it comes; at most `Int32.max` bytes.
  ///
  /// Returns false when memory ran out before it began.
  func read(_ bytes: [UInt8], into complaints: inout SchemaComplaints) -> Bool {
    // Both pointers outlive the parser, which lives and dies inside the call.
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe withUnsafeMutablePointer(to: &complaints) { complaints in
        let began = unsafe dotank_xml_validate(
          schema, buffer.baseAddress, Int32(clamping: buffer.count),
          { context, error in
            guard let error = unsafe error else { return }
            let isOfSchema = unsafe error.pointee.domain == Int32(XML_FROM_SCHEMASV.rawValue)
            guard let owner = unsafe isOfSchema ? context : error.pointee.ctxt.flatMap({ unsafe dotank_xml_owner($0) })
            else { return }
            unsafe owner.assumingMemoryBound(to: SchemaComplaints.self).pointee.add(
              line: Int(error.pointee.line), error.pointee.message.map { unsafe String(cString: $0) } ?? "",
              isOfSchema: isOfSchema)
          }, complaints)
        return began != 0
      }
    }
  }
}

/// What the callbacks write to: turns pointers into plain values and hands them to the builder.
///
/// It lives on the stack of `LibXML2Context.parse` and is reached by its address only while that runs.
@unsafe private struct EventReceiver {
  let builder: UnsafeMutablePointer<XMLTreeBuilder>
  /// The offset in the file of the parser's first byte.
  let start: Int
  /// The address that was resolved last: a document uses one or two, and libxml2 keeps each once.
  private var lastAddress: UnsafePointer<xmlChar>?
  private var lastNamespace = XMLNamespace.none

  @unsafe struct Name {
    var local: UnsafePointer<xmlChar>?
    var prefix: UnsafePointer<xmlChar>?
    var address: UnsafePointer<xmlChar>?
  }

  init(builder: UnsafeMutablePointer<XMLTreeBuilder>, start: Int) {
    unsafe self.builder = unsafe builder
    unsafe self.start = start
  }

  static func of(_ parser: UnsafeMutableRawPointer) -> UnsafeMutablePointer<EventReceiver>? {
    unsafe dotank_xml_owner(parser)?.assumingMemoryBound(to: EventReceiver.self)
  }

  private func offset(_ parser: UnsafeMutableRawPointer) -> Int { unsafe start + dotank_xml_offset(parser) }

  mutating func begin(
    _ parser: UnsafeMutableRawPointer, _ name: Name, namespaces: Int,
    attributes: UnsafeBufferPointer<UnsafePointer<xmlChar>?>
  ) {
    guard unsafe !builder.pointee.isEnded else { return }
    let namespace = unsafe namespace(at: name.address)
    let nameID = unsafe number(of: name, keepsPrefix: namespace == .foreign)
    let firstValue = unsafe attributes.count > 3 ? offset(parser, of: attributes[3]) : nil
    let goesOn = unsafe builder.pointee.beginElement(
      nameID, namespace, attributeCount: attributes.count / 5, namespaceCount: namespaces, near: offset(parser),
      firstValue: firstValue)
    guard goesOn else { return unsafe dotank_xml_stop(parser) }
    for index in stride(from: 0, to: attributes.count, by: 5) {
      let name = unsafe Name(local: attributes[index], prefix: attributes[index + 1], address: attributes[index + 2])
      let lower = unsafe offset(parser, of: attributes[index + 3])
      let length = unsafe (attributes[index + 4] ?? name.local).map { unsafe $0 - (attributes[index + 3] ?? $0) } ?? 0
      unsafe builder.pointee.addAttribute(
        number(of: name, keepsPrefix: true), attributeNamespace(of: name), value: lower.map { $0..<($0 + length) })
    }
  }

  /// Where an attribute's value stands in the file; none when libxml2 changed it and therefore copied it.
  private func offset(_ parser: UnsafeMutableRawPointer, of value: UnsafePointer<xmlChar>?) -> Int? {
    let place = unsafe dotank_xml_offset_of(parser, value)
    return place < 0 ? nil : unsafe start + place
  }

  func end(_ parser: UnsafeMutableRawPointer) {
    guard unsafe !builder.pointee.isEnded else { return }
    unsafe builder.pointee.endElement(at: offset(parser))
  }

  func refuseDoctype(_ parser: UnsafeMutableRawPointer) {
    unsafe fail(parser, message: "a document type declaration is not read")
    unsafe dotank_xml_abort(parser)
  }

  func fail(_ parser: UnsafeMutableRawPointer, message: String) {
    guard unsafe !builder.pointee.isEnded else { return }
    unsafe builder.pointee.end(.failed(ParserProblem(offset: offset(parser), message: message)))
    unsafe dotank_xml_stop(parser)
  }

  /// A zero byte after the last element ends the text for libxml2: what follows would go unread, so it is refused.
  func finish(isWellFormed: Bool, at offset: Int) {
    let isWhole = unsafe start + offset == builder.pointee.source.bytes.count
    if isWellFormed, isWhole { return }
    unsafe builder.pointee.end(.failed(ParserProblem(offset: start + offset, message: "")))
  }

  private func number(of name: Name, keepsPrefix: Bool) -> Int32 {
    guard let local = unsafe name.local else { return unsafe builder.pointee.nameID(prefixed: "") }
    if keepsPrefix, let prefix = unsafe name.prefix {
      return unsafe builder.pointee.nameID(prefixed: String(cString: prefix) + ":" + String(cString: local))
    }
    return unsafe builder.pointee.nameID(at: UInt(bitPattern: local)) { unsafe String(cString: local) }
  }

  private mutating func namespace(at address: UnsafePointer<xmlChar>?) -> XMLNamespace {
    guard let address = unsafe address else { return .none }
    if unsafe address == lastAddress { return unsafe lastNamespace }
    unsafe lastAddress = unsafe address
    unsafe lastNamespace = unsafe String(cString: address) == builder.pointee.address ? .method : .foreign
    return unsafe lastNamespace
  }

  /// An attribute without a prefix is in no namespace, whatever its element is in.
  private mutating func attributeNamespace(of name: Name) -> XMLNamespace {
    guard let prefix = unsafe name.prefix else { return .none }
    if unsafe strcmp(UnsafeRawPointer(prefix).assumingMemoryBound(to: CChar.self), "xml") == 0 { return .method }
    return unsafe namespace(at: name.address)
  }
}

#pragma once

#include <string.h>

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>

// What differs between libxml2 2.9 and 2.15, and what Swift cannot import, stands here; Swift sees plain functions.

// LIBXML_TEST_VERSION is a macro; it also refuses a library of another major version than these headers.
static inline void dotank_xml_start(void) {
  LIBXML_TEST_VERSION
  xmlInitParser();
}

// A parser over bytes in memory that reads no file, network, DTD or entity. `owner` comes back in every callback.
// IGNORE_ENC because only UTF-8 gets here: a declaration must not make the parser convert and move every offset.
static inline xmlParserCtxtPtr dotank_xml_create(const unsigned char *bytes, int count, void *owner) {
  xmlParserCtxtPtr context = xmlCreateMemoryParserCtxt((const char *)bytes, count);
  if (context == NULL) return NULL;
  xmlCtxtUseOptions(context, XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_IGNORE_ENC);
  memset(context->sax, 0, sizeof(*context->sax));
  context->sax->initialized = XML_SAX2_MAGIC;
  context->userData = context;
  context->_private = owner;
  return context;
}

// `userData` is the context itself, so that a callback can ask where the parser stands.
static inline void *dotank_xml_owner(void *context) { return ((xmlParserCtxtPtr)context)->_private; }

// How many bytes the parser has read. The sum that xmlByteConsumed makes, without its care for converted input.
static inline long dotank_xml_offset(void *context) {
  xmlParserInputPtr input = ((xmlParserCtxtPtr)context)->input;
  return (long)input->consumed + (long)(input->cur - input->base);
}

// Where in the bytes a pointer of an attribute's value stands; -1 when libxml2 had to make a changed copy.
static inline long dotank_xml_offset_of(void *context, const xmlChar *place) {
  xmlParserInputPtr input = ((xmlParserCtxtPtr)context)->input;
  if (place < input->base || place > input->cur) return -1;
  return (long)input->consumed + (long)(place - input->base);
}

static inline xmlSAXHandler *dotank_xml_handlers(xmlParserCtxtPtr context) { return context->sax; }

// Ends parsing without freeing the input: callers inside libxml2 still hold pointers into it while an error is being
// reported, so xmlStopParser would leave them dangling there.
static inline void dotank_xml_stop(void *context) {
  xmlParserCtxtPtr parser = (xmlParserCtxtPtr)context;
#if LIBXML_VERSION >= 21300
  parser->disableSAX = 2;
#else
  parser->instate = XML_PARSER_EOF;
  parser->disableSAX = 1;
#endif
}

// A document type declaration resets the state that dotank_xml_stop sets, hence the stronger stop; its callback is one
// of the places where libxml2 allows it.
static inline void dotank_xml_abort(void *context) { xmlStopParser((xmlParserCtxtPtr)context); }

// MARK: Schemas

// The older declaration of a callback for errors is the newer one but for a `const`.
#if LIBXML_VERSION >= 21200
typedef const xmlError *dotank_xml_error;
#else
typedef xmlErrorPtr dotank_xml_error;
#endif

static inline void dotank_xml_ignore(void *context, dotank_xml_error error) {
  (void)context;
  (void)error;
}

// A schema of XML Schema 1.0 from bytes in memory; NULL when it is none, of which nothing is printed.
static inline xmlSchemaPtr dotank_xml_schema(const char *bytes, int count) {
  xmlSchemaParserCtxtPtr parser = xmlSchemaNewMemParserCtxt(bytes, count);
  if (parser == NULL) return NULL;
  xmlSchemaSetParserStructuredErrors(parser, dotank_xml_ignore, NULL);
  xmlSchemaPtr schema = xmlSchemaParse(parser);
  xmlSchemaFreeParserCtxt(parser);
  return schema;
}

// In which line a schema's complaint arises: where the parser is.
static inline int dotank_xml_locate(void *parser, const char **file, unsigned long *line) {
  xmlParserInputPtr input = ((xmlParserCtxtPtr)parser)->input;
  *file = NULL;
  *line = input == NULL ? 0 : (unsigned long)input->line;
  return input == NULL ? -1 : 0;
}

// Reads bytes in memory past a schema, without a tree, and reports each complaint of the schema with `owner` as its
// context. One of the parser has the validation there instead: `dotank_xml_owner(error->ctxt)` gives the owner.
// Returns false when memory ran out before it began.
static inline int dotank_xml_validate(
    xmlSchemaPtr schema, const unsigned char *bytes, int count, void (*report)(void *, dotank_xml_error), void *owner) {
  int began = 0;
  xmlSchemaValidCtxtPtr validation = xmlSchemaNewValidCtxt(schema);
  xmlParserCtxtPtr parser = dotank_xml_create(bytes, count, owner);
  if (validation != NULL && parser != NULL) {
    // With no handlers before it, the schema's are called directly; the parser's own come back, since they are freed with
    // it.
    xmlSAXHandler *own = parser->sax;
    parser->sax = NULL;
    xmlSchemaSetValidStructuredErrors(validation, report, owner);
    xmlSchemaValidateSetLocator(validation, dotank_xml_locate, parser);
    xmlSchemaSAXPlugPtr plug = xmlSchemaSAXPlug(validation, &parser->sax, &parser->userData);
    if (plug != NULL) {
      parser->sax->serror = report;
      began = 1;
      xmlParseDocument(parser);
      xmlSchemaSAXUnplug(plug);
    }
    parser->sax = own;
    parser->userData = parser;
  }
  if (parser != NULL) xmlFreeParserCtxt(parser);
  if (validation != NULL) xmlSchemaFreeValidCtxt(validation);
  return began;
}

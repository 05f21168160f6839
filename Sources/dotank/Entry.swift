import DotankCLI

@main
enum Entry {
  static func main() { DotankCommand.start() }
}

// Runs a Jenkinsfile with stand-ins for what Jenkins defines, and prints what it would do as JSON: a tree of calls, each
// with its name, its arguments, and the calls in its block. A string that Groovy put together is marked, as Jenkins
// would write a secret in it into the arguments of a process.
// usage: groovy recorded-pipeline.groovy JENKINSFILE <NAME=VALUE>...
import groovy.json.JsonOutput
import org.codehaus.groovy.control.CompilerConfiguration

abstract class RecordedPipeline extends Script {
  static List calls = []
  static Map parameters = [:]

  def getParams() { return parameters }

  def propertyMissing(String name) { throw new MissingPropertyException("the Jenkinsfile reads $name") }

  void setProperty(String name, value) { calls << [name: '=', arguments: [name, plain(value)], block: []] }

  def methodMissing(String name, arguments) {
    def given = arguments as List
    def call = [name: name, arguments: [], block: []]
    calls << call
    def outer = calls
    calls = call.block
    given.each { argument ->
      if (argument instanceof Closure) {
        argument.delegate = this
        argument.resolveStrategy = Closure.DELEGATE_FIRST
        def value = argument()
        if (name == 'expression') { call.arguments << (value as boolean) }
      } else {
        call.arguments << plain(argument)
      }
    }
    calls = outer
    // Calls that were arguments of this one ran before it.
    return call
  }

  static plain(value) {
    if (value instanceof GString) { return [interpolated: value.toString()] }
    if (value instanceof Map) { return value.collectEntries { key, one -> [key, plain(one)] } }
    if (value instanceof List) { return value.collect { plain(it) } }
    return value
  }
}

RecordedPipeline.parameters = args.drop(1).collectEntries { pair ->
  def (name, value) = pair.split('=', 2) as List
  [name, value in ['true', 'false'] ? value.toBoolean() : value]
}
def configuration = new CompilerConfiguration(scriptBaseClass: RecordedPipeline.name)
new GroovyShell(RecordedPipeline.classLoader, new Binding(), configuration).evaluate(new File(args[0]))
println JsonOutput.toJson(RecordedPipeline.calls)

import edge from 'edge.js'

/**
 * Compiles each template once, for wherever templates do not change while the application runs. Edge 6.5.1 walks the
 * components' folder at each render and, even with its cache on, compiles again whatever is included; to be removed once
 * it does neither.
 */
export function keepTemplates() {
  const components = edge.loader.listComponents()
  edge.loader.listComponents = () => components
  for (const compiler of [edge.compiler, edge.asyncCompiler]) {
    const compile = compiler.compile.bind(compiler)
    const compiled = new Map<string, ReturnType<typeof compile>>()
    // What a template may use of the loops around it is a part of what it becomes.
    compiler.compile = (path, variables = []) => {
      const key = [path, ...variables].join(' ')
      if (!compiled.has(key)) compiled.set(key, compile(path, variables))
      return compiled.get(key)!
    }
  }
}

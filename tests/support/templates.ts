import edge from 'edge.js'

/**
 * Templates do not change while tests run: each is compiled once, as in production. Called once, before the first page:
 * Edge 6.5.1 knows components' tags only in the compiler that it had then.
 */
export function keepTemplates() {
  edge.configure({ cache: true })
  const known = edge.loader.listComponents()
  edge.loader.listComponents = () => known
}

import edge from 'edge.js'

/** Templates do not change while tests run: each is compiled once, as in production. */
export function keepTemplates() {
  edge.configure({ cache: true })
  const known = edge.loader.listComponents()
  edge.loader.listComponents = () => known
}

import { type Agent, baseUrl } from '#tests/support/agent'

/** Asks for an event stream and hangs up as soon as the answer is known. */
export async function listen(agent: Agent, channels: string[], headers: Record<string, string> = {}) {
  const line = new AbortController()
  const query = new URLSearchParams(channels.map((channel) => ['c', channel]))
  const response = await fetch(`${baseUrl()}/live?${query}`, { headers: { ...agent.headers, ...headers }, signal: line.signal })
  line.abort()
  return { status: response.status, headers: response.headers }
}

import { request as open } from 'node:http'
import { type Agent, baseUrl } from '#tests/support/agent'

export interface Reply {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

interface Message {
  headers?: Record<string, string>
  body?: string | Buffer
  /** whose browser it comes from */
  by?: Agent
}

/** One request as it goes on the wire: any address, method, header or byte, which `fetch` would tidy up. */
export function wire(method: string, path: string, { headers, body, by }: Message = {}): Promise<Reply> {
  const { hostname, port } = new URL(baseUrl())
  return new Promise((resolve, reject) => {
    const sent = open({ hostname, port, method, path, headers: { accept: 'text/html', ...by?.headers, ...headers } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks).toString() }))
    })
    sent.on('error', reject)
    if (body) sent.setHeader('content-length', Buffer.byteLength(body))
    sent.end(body)
  })
}

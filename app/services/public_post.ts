import { request as requestHttp } from 'node:http'
import { Agent, request as requestHttps } from 'node:https'
import { text as read } from 'node:stream/consumers'
import type { IncomingHttpHeaders } from 'node:http'
import { isIP } from 'node:net'
import { PrivateAddress, isPublic, publicLookup } from '#services/public_addresses'

/** How long the other side may be silent (ms). */
const PATIENCE = 15_000

export interface Posted {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

/** A name is looked up once a connection: what is kept open has been looked at. */
const outside = new Agent({ keepAlive: true, lookup: publicLookup as never })

/**
 * Posts to an address that somebody gave us: on the internet only, by https, following nobody elsewhere.
 * @param options.inside for tests, whose push service is this machine
 */
export async function post(address: string, headers: object, body: Buffer, { inside = false } = {}): Promise<Posted> {
  const url = new URL(address)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (!inside && (url.protocol !== 'https:' || (isIP(host) && !isPublic(host)))) throw new PrivateAddress(`${host} is inside`)
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method: 'POST', headers: { ...headers }, timeout: PATIENCE, agent: inside ? undefined : outside },
      (response) => {
        read(response).then((text) => resolve({ status: response.statusCode!, headers: response.headers, text }), reject)
      }
    )
    sent.on('timeout', () => sent.destroy(new Error('no answer in time')))
    sent.on('error', reject)
    sent.end(body)
  })
}

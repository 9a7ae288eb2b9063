import { request as requestHttp } from 'node:http'
import { Agent, request as requestHttps } from 'node:https'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { PrivateAddress, isPublicSite, publicLookup } from '#services/public_addresses'

/** How long all of it may take, however the other side spends it (ms). */
const PATIENCE = 15_000

/** What is kept of an answer (characters): whoever gave the address may answer without end. */
const KEPT = 2000

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
 * @returns the answer, with the beginning of what it says
 * @throws {PrivateAddress} when it is not on the internet
 */
export async function post(address: string, headers: object, body: Buffer, { inside = false, patience = PATIENCE } = {}): Promise<Posted> {
  const url = new URL(address)
  if (!inside && !isPublicSite(url)) throw new PrivateAddress(`${url.hostname} is inside`)
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers: { ...headers }, agent: inside ? undefined : outside }, (response) => {
      beginningOf(response).then((text) => resolve({ status: response.statusCode!, headers: response.headers, text }), reject)
    })
    const timer = setTimeout(() => {
      reject(new Error('no answer in time'))
      sent.destroy()
    }, patience)
    sent.on('close', () => clearTimeout(timer))
    sent.on('error', reject)
    sent.end(body)
  })
}

async function beginningOf(response: IncomingMessage) {
  let text = ''
  for await (const chunk of response.setEncoding('utf8')) {
    text += chunk
    if (text.length >= KEPT) break
  }
  return text.slice(0, KEPT)
}

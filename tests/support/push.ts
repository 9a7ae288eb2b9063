import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { type IncomingHttpHeaders, type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { DateTime } from 'luxon'
import type { TestContext } from '@japa/runner/core'
import SignIn from '#models/accounts/sign_in'
import type User from '#models/accounts/user'
import PushSubscription from '#models/messaging/push_subscription'
import { SYSTEM } from '#models/mixins/act'

const ecdh = createECDH('prime256v1')
ecdh.generateKeys()
const secret = randomBytes(16)

/** What a browser gives of itself when it agrees. */
export const BROWSER = {
  endpoint: 'https://push.example.org/send/alice',
  p256dh: ecdh.getPublicKey('base64url'),
  auth: secret.toString('base64url'),
}

let devices = 0

/** A browser of this person that agreed. @param ended they have signed out of it since */
export async function aDevice(user: User, { endpoint = `https://push.example.org/${++devices}`, ended = false } = {}) {
  const act = { by: SYSTEM, at: DateTime.now() }
  user.signIn = await SignIn.start(user, { userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' }, act)
  const device = await PushSubscription.subscribe(user, { ...BROWSER, endpoint, userAgent: user.signIn.userAgent! }, act)
  if (ended) await user.signIn.end(act)
  return device
}

export interface Push {
  path: string
  headers: IncomingHttpHeaders
  /** what the browser reads of it */
  payload: Record<string, unknown>
}

/** A push service on this machine, that answers as it is told. */
export async function aPushService(cleanup: TestContext['cleanup']) {
  const service = { url: '', received: [] as Push[], answers: 201 }
  const server = createServer(async (request, response) => {
    const payload = JSON.parse(decrypt(await buffer(request)))
    service.received.push({ path: request.url!, headers: request.headers, payload })
    response.writeHead(service.answers, { location: `${service.url}/message/1` }).end('as told')
  })
  service.url = await opened(server, cleanup)
  return service
}

/** The address of one that never ends its answer. @param says what it repeats; nothing when it is silent */
export async function anEndlessService(says: string, cleanup: TestContext['cleanup']) {
  const server = createServer((_, response) => {
    const speak = () => {
      while (!response.destroyed && response.write(says));
    }
    response.on('drain', speak)
    if (says) speak()
  })
  return opened(server, cleanup)
}

async function opened(server: Server, cleanup: TestContext['cleanup']) {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  cleanup(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** RFC 8291, with nothing of the library that encrypts. */
export function decrypt(body: Buffer) {
  const salt = body.subarray(0, 16)
  const length = body.readUInt8(20)
  const sender = body.subarray(21, 21 + length)
  const derive = (key: Buffer, salt: Buffer, info: Buffer, size: number) => Buffer.from(hkdfSync('sha256', key, salt, info, size))
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), ecdh.getPublicKey(), sender])
  const key = derive(ecdh.computeSecret(sender), secret, info, 32)
  const content = body.subarray(21 + length)
  const decipher = createDecipheriv(
    'aes-128-gcm',
    derive(key, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16),
    derive(key, salt, Buffer.from('Content-Encoding: nonce\0'), 12)
  )
  decipher.setAuthTag(content.subarray(-16))
  const padded = Buffer.concat([decipher.update(content.subarray(0, -16)), decipher.final()])
  return padded.subarray(0, padded.lastIndexOf(2)).toString()
}

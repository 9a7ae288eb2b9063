import { once } from 'node:events'
import { type Socket, createServer } from 'node:net'
import type { AddressInfo } from 'node:net'

/** What a ClamAV daemon says of a content; `silence` never answers, `gone` hangs up. */
type Verdict = 'silence' | 'gone' | (string & {})

const COMMAND = 'zINSTREAM\0'

/** A daemon that speaks INSTREAM over a real socket: it reads each piece after its length, until an empty one. */
export async function clamd(judge: (content: Buffer) => Verdict, where: { path: string } | { port: 0 } = { port: 0 }) {
  const asked: Buffer[] = []
  const server = createServer(async (socket) => {
    socket.on('error', () => {})
    const content = await read(socket)
    asked.push(content)
    const verdict = judge(content)
    if (verdict === 'gone') socket.destroy()
    else if (verdict !== 'silence') socket.end(`${verdict}\0`)
  })
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => sockets.add(socket))
  await once(server.listen({ ...where, host: '127.0.0.1' }), 'listening')
  return {
    asked,
    address: 'path' in where ? where.path : `127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

async function read(socket: Socket) {
  let rest = Buffer.alloc(0)
  const pieces: Buffer[] = []
  const more = async (length: number) => {
    while (rest.length < length) {
      const [chunk] = (await once(socket, 'data')) as [Buffer]
      rest = Buffer.concat([rest, chunk])
    }
    const taken = rest.subarray(0, length)
    rest = rest.subarray(length)
    return taken
  }
  const command = (await more(COMMAND.length)).toString()
  if (command !== COMMAND) throw new Error(`clamd does not know "${command}"`)
  for (;;) {
    const length = (await more(4)).readUInt32BE()
    if (length === 0) return Buffer.concat(pieces)
    pieces.push(Buffer.from(await more(length)))
  }
}

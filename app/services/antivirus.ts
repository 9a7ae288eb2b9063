import { connect, type Socket } from 'node:net'
import { once } from 'node:events'
import type { Readable } from 'node:stream'

/** clamd takes a stream in pieces, each after its length; an empty one is the end. */
const END = Buffer.alloc(4)

/**
 * Asks a ClamAV daemon about a file, by its INSTREAM command.
 * @param address a Unix socket's path, or `host:port`
 * @param patience how long it may be silent (ms)
 * @returns the name of what was found, or null
 * @throws when the daemon is not there, is silent, or cannot tell
 */
export async function scan(content: Readable, address: string, patience: number): Promise<string | null> {
  const socket = connect(target(address))
  socket.setTimeout(patience, () => socket.destroy(new Error('the antivirus does not answer')))
  // Whatever fails is told by whoever reads the answer; after the answer, nothing of it matters.
  socket.on('error', () => {})
  send(socket, content).catch((error: Error) => socket.destroy(error))
  try {
    return verdict(await read(socket))
  } finally {
    socket.destroy()
    content.destroy()
  }
}

function target(address: string) {
  const [, host, port] = /^(?:tcp:\/\/)?([^/]+):(\d+)$/.exec(address) ?? []
  return host ? { host, port: Number(port) } : { path: address.replace(/^unix:(\/\/)?/, '') }
}

async function send(socket: Socket, content: Readable) {
  socket.write('zINSTREAM\0')
  for await (const chunk of content) {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(chunk.length)
    socket.write(length)
    // It stops listening when it has seen enough: its answer says what it thinks.
    if (!socket.write(chunk) && socket.writable) await Promise.race([once(socket, 'drain'), once(socket, 'close')])
  }
  socket.write(END)
}

async function read(socket: Socket) {
  let text = ''
  for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
    text += chunk
    if (text.includes('\0')) break
  }
  return text.replace(/\0.*$/s, '')
}

/** `stream: OK`, `stream: Eicar-Test-Signature FOUND`, or a complaint. */
function verdict(answer: string) {
  if (answer === 'stream: OK') return null
  const found = /^stream: (.+) FOUND$/.exec(answer)
  if (!found) throw new Error(`the antivirus answers "${answer}"`)
  return found[1]
}

/* Phones that wake at the same instant: each opens its stream again and refetches its part. In a process of their own. */
import { type Socket, connect } from 'node:net'
import { clock } from '../timings.js'
import type { LivePage } from './pages.js'
import { Wire } from './wire.js'

export interface WakingPlan {
  port: number
  pages: Pick<LivePage, 'stream' | 'region'>[]
}

export interface Woken {
  /** from that instant to the end of the refetch (ms) */
  shown: number[]
  /** to the first word on the stream (ms) */
  listening: number[]
  unexpected: Record<number, number>
}

process.once('message', async ({ port, pages }: WakingPlan) => {
  const woken: Woken = { shown: [], listening: [], unexpected: {} }
  const began = clock()
  const streams = await Promise.all(
    pages.map(async ({ stream, region }) => {
      const [socket] = await Promise.all([listen(port, stream), refetch(port, region)])
      return socket
    })
  )
  for (const socket of streams) socket.destroy()
  process.send?.(woken)
  process.disconnect?.()

  async function listen(to: number, request: string) {
    const { socket, status } = await open(to, request)
    woken.listening.push(clock() - began)
    expect(status)
    return socket
  }

  async function refetch(from: number, request: string) {
    const wire = await Wire.open(from)
    const { status } = await wire.read(request)
    woken.shown.push(clock() - began)
    expect(status)
    wire.close()
  }

  function expect(status: number) {
    if (status !== 200) woken.unexpected[status] = (woken.unexpected[status] ?? 0) + 1
  }
})

function open(port: number, request: string) {
  return new Promise<{ socket: Socket; status: number }>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(request, 'latin1'))
    socket.once('error', reject)
    socket.once('data', (chunk) => resolve({ socket, status: Number(chunk.toString('latin1', 9, 12)) }))
  })
}

/* Pages that listen: each holds a stream open and notes when it is told something. In a process of their own. */
import { type Socket, connect } from 'node:net'
import { clock } from '../timings.js'

export interface Opening {
  port: number
  /** one stream each */
  requests: string[]
  /** streams being opened at the same time */
  atOnce: number
  /** the channel whose signals are noted */
  channel: string
}

export type Order = { open: Opening } | { collect: true }

const sockets: Socket[] = []
let heard: number[] = []

process.on('message', async (order: Order) => {
  if ('open' in order) return process.send?.({ opened: await openAll(order.open) })
  process.send?.({ heard })
  heard = []
})
process.on('disconnect', () => process.exit(0))

/** @returns how long each took to open (ms) */
async function openAll({ port, requests, atOnce, channel }: Opening) {
  const mark = `"channel":"${channel}"`
  const times: number[] = []
  let next = 0
  async function openSome() {
    while (next < requests.length) {
      const began = clock()
      await openOne(port, requests[next++], mark)
      times.push(clock() - began)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, openSome))
  return times
}

function openOne(port: number, request: string, mark: string) {
  return new Promise<void>((resolve, reject) => {
    let accepted = false
    const socket = connect(port, '127.0.0.1', () => socket.write(request, 'latin1'))
    sockets.push(socket)
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('The server ended a stream')))
    socket.on('data', (chunk) => {
      if (chunk.includes(mark)) heard.push(clock())
      if (accepted) return
      accepted = true
      const status = chunk.toString('latin1', 9, 12)
      if (status === '200') resolve()
      else reject(new Error(`GET /live was answered ${status}`))
    })
  })
}

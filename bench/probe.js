/*
 * Loaded into the server that is measured, to ask it what only it knows. Plain JavaScript: stripping types would cost
 * the server the memory and the time that are measured here.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

process.on('message', (message) => {
  if (message?.probe === undefined) return
  if (message.gc) {
    setFlagsFromString('--expose-gc')
    const gc = runInNewContext('gc')
    gc()
    gc()
  }
  process.send({ probe: message.probe, cpu: process.cpuUsage(), memory: process.memoryUsage() })
})

// Listening to the parent would keep a server alive that has been asked to stop.
process.once('SIGTERM', () => process.disconnect())

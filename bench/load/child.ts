import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** Runs one of the scripts beside this one on what it is given, in a process of its own. */
export async function inChild<Task extends object, Outcome>(script: string, task: Task): Promise<Outcome> {
  const child = launch(script)
  child.send(task)
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`bench/load/${script} ended with ${code}`)))
  const [outcome] = await Promise.race([once(child, 'message'), ended])
  return outcome as Outcome
}

export function launch(script: string) {
  return fork(fileURLToPath(new URL(script, import.meta.url)), { serialization: 'advanced' })
}

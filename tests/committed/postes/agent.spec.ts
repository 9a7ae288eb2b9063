import { spawn } from 'node:child_process'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { aPoste, aSite, atDesk, issued } from '#database/factories/postes/sites'
import { baseUrl } from '#tests/support/agent'
import { until } from '#tests/support/processes'

/** The program as it runs on a computer, whose commands write what they were asked for. */
async function anAgent(code: string) {
  const folder = await mkdtemp(join(tmpdir(), 'agent-'))
  const log = join(folder, 'done')
  const command = (word: string) => `--${word}=echo ${word} $TREMPLIN_SESSION >> ${log}`
  const args = [`--server=${baseUrl()}`, `--code=${code}`, `--token-file=${join(folder, 'token')}`]
  const child = spawn(
    process.execPath,
    ['--import=@poppinss/ts-exec', 'bin/console.ts', 'station:agent', ...args, ...['lock', 'unlock', 'clean'].map(command)],
    { env: { ...process.env, NODE_NO_WARNINGS: '1' } }
  )
  let said = ''
  child.stdout.on('data', (chunk) => (said += chunk))
  child.stderr.on('data', (chunk) => (said += chunk))
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const done = async () => (await readFile(log, 'utf8').catch(() => '')).trim().split('\n').filter(Boolean)
  return { child, ended, done, said: () => said }
}

test.group('The program beside the page of a poste', () => {
  test('locks, unlocks and cleans as the poste says, each once, and leaves when it is told to', async ({ assert }) => {
    const site = await aSite()
    const poste = await aPoste(site)
    const agent = await anAgent(await poste.pairingCode(atDesk()))
    try {
      const after = (count: number) => until(`${count} moments`, async () => (await agent.done()).length >= count)
      await after(1)
      const session = await issued(site, poste, 30)
      await session.start(atDesk())
      await after(2)
      await session.suspend(atDesk())
      await after(3)
      await session.resume(atDesk())
      await after(4)
      await session.end('desk', atDesk())
      await after(6)
      const { id } = session
      assert.deepEqual(
        await agent.done(),
        ['lock', `unlock ${id}`, `lock ${id}`, `unlock ${id}`, `lock ${id}`, `clean ${id}`],
        agent.said()
      )
      const [station] = await db.from('stations').where('poste_id', poste.id)
      assert.equal(station.kind, 'agent')
    } finally {
      agent.child.kill('SIGTERM')
    }
    assert.equal(await agent.ended, 0, agent.said())
  })
})

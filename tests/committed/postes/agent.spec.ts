import { spawn } from 'node:child_process'
import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import transmit from '@adonisjs/transmit/services/main'
import { aPoste, aSite, aStation, atDesk, issued, running } from '#database/factories/postes/sites'
import type Poste from '#models/postes/poste'
import { StationAgent } from '#services/station_agent'
import { rereadStations } from '#services/stations'
import { baseUrl } from '#tests/support/agent'
import { until } from '#tests/support/processes'

/** The program as it runs on a computer, whose commands write what they were asked for. */
async function anAgent(folder: string, ...more: string[]) {
  const log = join(folder, 'done')
  const command = (word: string) => `--${word}=echo ${word} $TREMPLIN_SESSION >> ${log}`
  const args = [`--server=${baseUrl()}`, `--token-file=${join(folder, 'token')}`, ...more]
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

/** A poste with its page and its program, which is known to the server. */
async function aComputer() {
  const site = await aSite()
  const poste = await aPoste(site)
  const { station } = await aStation(poste)
  const { token } = await aStation(poste, 'agent')
  await rereadStations()
  return { site, poste, station, token }
}

/** The same program in this process, which says what it was asked for. */
async function inside(poste: Poste, token: string, session: number | null = null, beat?: number) {
  const done: string[] = []
  const said: string[] = []
  const kept = { session }
  const agent = new StationAgent({
    server: baseUrl(),
    token,
    session,
    beat,
    keep: async (one) => void (kept.session = one),
    run: async (moment, one) => void done.push(one === null ? moment : `${moment} ${one}`),
    log: (words) => void said.push(words),
  })
  const over = agent.start()
  await until('it has its stream', () => transmit.getSubscribersFor(`postes/${poste.id}`).length > 0)
  return {
    kept,
    /** the moments since the last time, once there are so many */
    next: async (count: number) => {
      await until(`${count} moments after ${done.join(', ')} (${said.join(', ')})`, () => done.length >= count)
      return done.splice(0)
    },
    stop: () => (agent.stop(), over),
  }
}

test.group('The program beside the page of a poste', () => {
  test('locks, unlocks and cleans as the poste says, each once, and leaves when it is told to', async ({ assert }) => {
    const site = await aSite()
    const poste = await aPoste(site)
    const folder = await mkdtemp(join(tmpdir(), 'agent-'))
    const agent = await anAgent(folder, `--code=${await poste.pairingCode(atDesk())}`)
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

  test('cleans when it starts after whoever was there when the computer was switched off', async ({ assert }) => {
    const { site, poste, token } = await aComputer()
    const session = await running(site, poste, 30)
    const folder = await mkdtemp(join(tmpdir(), 'agent-'))
    await writeFile(join(folder, 'token'), token)
    const file = join(folder, 'token.session')
    const switchedOn = async (count: number) => {
      const agent = await anAgent(folder)
      const moments = until(`${count} moments`, async () => (await agent.done()).length >= count, 10_000)
      await moments.finally(() => agent.child.kill('SIGKILL'))
      await agent.ended
      return agent.done()
    }
    const { id } = session
    assert.deepEqual(await switchedOn(2), ['lock', `unlock ${id}`])
    assert.equal((await stat(file)).mode & 0o777, 0o600)
    await session.end('desk', atDesk())
    assert.deepEqual((await switchedOn(4)).slice(2), [`lock ${id}`, `clean ${id}`])
  })

  test('keeps the files of whoever comes back, and leaves them to nobody else', async ({ assert }) => {
    const { site, poste, station, token } = await aComputer()
    const first = await issued(site, poste, 30)
    const second = await issued(site, await aPoste(site), 30)
    await station.enter(first.code!, atDesk())
    const agent = await inside(poste, token)
    try {
      assert.deepEqual(await agent.next(2), ['lock', `unlock ${first.id}`])
      // The page was not there for a while: the same code goes on.
      await first.cut(atDesk().at, atDesk())
      assert.deepEqual(await agent.next(1), [`lock ${first.id}`])
      await station.enter(first.code!, atDesk())
      assert.deepEqual(await agent.next(1), [`unlock ${first.id}`])
      // One has gone and the other is there before it hears of either.
      await db.transaction(async (trx) => {
        await first.end('desk', { ...atDesk(), trx })
        await second.move(poste.id, { ...atDesk(), trx })
        await second.start({ ...atDesk(), trx })
      })
      assert.deepEqual(await agent.next(3), [`lock ${first.id}`, `clean ${first.id}`, `unlock ${second.id}`])
      assert.equal(agent.kept.session, second.id)
    } finally {
      await agent.stop()
    }
    const again = await inside(poste, token, first.id)
    const moments = await again.next(3).finally(() => again.stop())
    assert.deepEqual(moments, [`lock ${first.id}`, `clean ${first.id}`, `unlock ${second.id}`])
  })

  test('locks when the server is away for too long, and keeps the files of whoever has time left', async ({ assert }) => {
    const { site, poste, station, token } = await aComputer()
    await db.from('sites').where('id', site.id).update({ outage_minutes: 0 })
    const session = await issued(site, poste, 30)
    await station.enter(session.code!, atDesk())
    const agent = await inside(poste, token, null, 50)
    try {
      assert.deepEqual(await agent.next(2), ['lock', `unlock ${session.id}`])
      // What it is answered is no answer.
      await db.from('stations').where('poste_id', poste.id).update({ revoked_at: new Date(), revoked_by: 'system' })
      await rereadStations()
      assert.deepEqual(await agent.next(1), [`lock ${session.id}`])
      await db.from('stations').where('poste_id', poste.id).update({ revoked_at: null, revoked_by: null })
      await rereadStations()
      assert.deepEqual(await agent.next(1), [`unlock ${session.id}`])
    } finally {
      await agent.stop()
    }
  })
})

import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { type Channel, type KindName, type Mode, modesOf } from '#config/notifications'
import { type Act, within } from '#models/mixins/act'
import { digestTimes } from '#models/mixins/telling'
import { audit } from '#models/mixins/tracked'

export type Rhythm = 'daily' | 'weekly'

export interface Choice {
  kind: KindName
  channel: Channel
  mode: Mode
}

export interface Settings {
  /** nothing leaves for them at night */
  quietHours: boolean
  digest: Rhythm
}

export interface Preferences extends Settings {
  /** what holds for a kind on a channel, chosen or not; undefined when the kind does not have it */
  modeOf(kind: KindName, channel: Channel): Mode | undefined
}

export async function preferencesOf(userId: number): Promise<Preferences> {
  const [chosen, settings] = await Promise.all([
    db.from('notification_preferences').where('user_id', userId).select('kind', 'channel', 'mode'),
    db.from('notification_settings').where('user_id', userId).first(),
  ])
  const modes = new Map<string, Mode>(chosen.map(({ kind, channel, mode }) => [`${kind} ${channel}`, mode]))
  return {
    quietHours: settings?.quiet_hours ?? true,
    digest: settings?.digest ?? 'daily',
    modeOf: (kind, channel) => modes.get(`${kind} ${channel}`) ?? modesOf(kind, channel)[0],
  }
}

/** What is not among the choices stays as it is. */
export async function changePreferences(userId: number, settings: Partial<Settings>, choices: Choice[], act: Act) {
  await within(act, async (trx) => {
    // Two forms sent at once: the second finds what the first has written.
    await trx.from('users').where('id', userId).forUpdate().select('id').firstOrFail()
    const changed = [...(await choose(trx, userId, choices, act)), ...(await set(trx, userId, settings, act))]
    if (changed.length === 0) return
    await redirect(trx, userId, act)
    await audit(trx, act, [
      {
        action: 'messaging.preferences.changed',
        object: { type: 'user', id: userId },
        changes: Object.fromEntries(changed.map((name) => [name, true])),
      },
    ])
  })
}

/** @returns what is now otherwise */
async function choose(trx: TransactionClientContract, userId: number, choices: Choice[], { at }: Act): Promise<string[]> {
  if (choices.length === 0) return []
  const { rows } = await trx.rawQuery(
    `with wanted as (
      select * from jsonb_to_recordset(:choices::jsonb) as w (kind text, channel text, mode text, usual text)
    ), gone as (
      delete from notification_preferences p using wanted w
      where p.user_id = :user and (p.kind, p.channel) = (w.kind, w.channel) and w.mode = w.usual
      returning p.kind, p.channel
    ), kept as (
      insert into notification_preferences as p (user_id, kind, channel, mode, updated_at)
      select :user::bigint, kind, channel, mode, :at::timestamptz from wanted where mode <> usual
      on conflict (user_id, kind, channel) do update set mode = excluded.mode, updated_at = excluded.updated_at
        where p.mode <> excluded.mode
      returning kind, channel
    )
    select kind || '.' || channel as name from gone union all select kind || '.' || channel from kept`,
    {
      choices: JSON.stringify(choices.map((choice) => ({ ...choice, usual: modesOf(choice.kind, choice.channel)[0] }))),
      user: userId,
      at: at.toJSDate(),
    }
  )
  return rows.map(({ name }: { name: string }) => name)
}

async function set(trx: TransactionClientContract, userId: number, { quietHours, digest }: Partial<Settings>, { at }: Act) {
  const before = await trx.from('notification_settings').where('user_id', userId).first()
  const usual = { quiet_hours: before?.quiet_hours ?? true, digest: before?.digest ?? 'daily' }
  const row = { quiet_hours: quietHours ?? usual.quiet_hours, digest: digest ?? usual.digest }
  const changed = (['quiet_hours', 'digest'] as const).filter((name) => row[name] !== usual[name])
  if (changed.length === 0) return []
  const written = { user_id: userId, ...row, updated_at: at.toJSDate() }
  await trx.knexQuery().insert(written).into('notification_settings').onConflict('user_id').merge()
  return changed
}

/** What waits for a digest leaves with the next of the rhythm, unless its kind is silenced now. */
async function redirect(trx: TransactionClientContract, userId: number, { at }: Act) {
  await trx.rawQuery(
    `update notifications n set digest_at = case
      when exists (
        select 1 from notification_preferences p where (p.user_id, p.kind, p.channel, p.mode) = (n.user_id, n.kind, 'email', 'off')
      ) then null
      else (:digests::jsonb ->> coalesce((select digest from notification_settings s where s.user_id = n.user_id), 'daily'))::timestamptz
    end
    where user_id = :user and digest_at is not null`,
    { user: userId, digests: JSON.stringify(digestTimes(at)) }
  )
}

/* What the screen of a desk shows: whom it calls, and who is next. */
import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import { gridOf } from '#models/postes/desk_grid'
import { isGivable } from '#models/postes/desk'
import { lineOf } from '#models/postes/line'
import type Site from '#models/postes/site'

export interface WallCall {
  id: number
  number: number
  /** `Ana H.`: as little as somebody needs to know themselves; null for a guest */
  name: string | null
  /** where they were given one */
  poste: string | null
  calledAt: Date
}

export interface DeskWall {
  calls: WallCall[]
  /** who is next, by their numbers */
  next: { number: number; expectedAt: Date | null }[]
  free: number
}

/** Whoever was given a poste is still told which for so long (s). */
const SERVED_SHOWN = 120
/** As many calls as fit on a screen, and numbers below them. */
const CALLS = 6
const NEXT = 8

export async function deskWall(site: Site, at: DateTime): Promise<DeskWall> {
  const [grid, calls] = await Promise.all([gridOf(site, at), callsAt(site, at)])
  const line = await lineOf(site, at, grid)
  const next = line.filter(({ calledAt }) => !calledAt).slice(0, NEXT)
  return { calls, next: next.map(({ number, expectedAt }) => ({ number, expectedAt })), free: grid.filter(isGivable).length }
}

async function callsAt(site: Site, at: DateTime): Promise<WallCall[]> {
  const { rows } = await db.rawQuery<{ rows: WallCall[] }>(
    `select k.id, k.number, nullif(concat_ws(' ', v.given_name, left(v.family_name, 1) || '.'), '') as name, p.name as poste, k.called_at as "calledAt"
    from tickets k join visitors v on v.id = k.visitor_id
    left join poste_sessions s on s.id = k.poste_session_id left join postes p on p.id = s.poste_id
    where k.site_id = :site and k.called_at is not null
      and (k.closed_at is null or (k.outcome = 'served' and k.closed_at > :at::timestamptz - make_interval(secs => :shown)))
    order by k.called_at desc, k.id desc limit :most`,
    { site: site.id, at: at.toJSDate(), shown: SERVED_SHOWN, most: CALLS }
  )
  return rows
}

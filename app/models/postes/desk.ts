/* All that the page of a desk shows. */
import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import { type GridPoste, type PendingExtension, gridOf, pendingExtensions } from '#models/postes/desk_grid'
import { VISITOR_NAME } from '#models/postes/visitor_name'
import { type LinePlace, lineOf } from '#models/postes/line'
import type Site from '#models/postes/site'
import { type Opening, nextOpening, openingNow } from '#models/postes/site/timing'

/** Somebody whose time ended while the poste was not heard of: what was left may be given back. */
export interface LostSession {
  id: number
  poste: string
  visitor: string | null
  guest: number | null
  since: Date
  endedAt: Date
}

export interface Desk {
  postes: GridPoste[]
  /** the same, by what happens there */
  counts: { free: number; running: number; issued: number; reserved: number; down: number }
  /** those that somebody may be given now, if only for a while */
  givable: GridPoste[]
  extensions: PendingExtension[]
  lost: LostSession[]
  line: LinePlace[]
  /** null: closed now */
  open: Opening | null
  opensAt: Date | null
}

/** So that Poste 10 comes after Poste 2. Cards keep their places: an eye finds a machine where it was. */
const byName = new Intl.Collator('fr', { numeric: true })

export async function deskOf(site: Site, at: DateTime): Promise<Desk> {
  const [grid, extensions, lost, timetable] = await Promise.all([
    gridOf(site, at),
    pendingExtensions(site, at),
    lostAt(site, at),
    site.timetable(),
  ])
  const postes = grid.toSorted((a, b) => byName.compare(a.name, b.name))
  return {
    postes,
    givable: postes.filter((poste) => isGivable(poste) || isGivableUntil(poste, at)),
    counts: countsOf(grid),
    extensions,
    lost,
    line: await lineOf(site, at, grid),
    open: openingNow(timetable, at),
    opensAt: nextOpening(timetable, at)?.from.toJSDate() ?? null,
  }
}

/** The poste that an address of the desk is about, itself or by its session; undefined for what is about none. */
export function posteAbout({ postes }: Desk, address: string): number | undefined {
  const [, noun, id] = /\/(postes|sessions)\/(\d+)(?:\/|$)/.exec(address) ?? []
  return postes.find((poste) => (noun === 'postes' ? poste.id : poste.session?.id) === Number(id))?.id
}

/** Whether somebody may be given it now. One that nothing is heard of may: somebody sees it from the desk. */
export function isGivable({ state }: Pick<GridPoste, 'state'>) {
  return state === 'free' || state === 'offline' || state === 'unpaired'
}

/** Of a poste that is shown as reserved: there is time enough until its visitor comes (min). */
const WORTH = 5

function isGivableUntil({ state, reservations: [next] }: GridPoste, at: DateTime) {
  return state === 'reserved' && next.startsAt >= at.plus({ minutes: WORTH }).toJSDate()
}

function countsOf(grid: GridPoste[]): Desk['counts'] {
  const count = (...states: string[]) => grid.filter(({ state }) => states.includes(state)).length
  return {
    free: grid.filter(isGivable).length,
    running: count('running', 'suspended', 'cut'),
    issued: count('issued'),
    reserved: count('reserved'),
    down: count('maintenance'),
  }
}

/** As long as the code is good, the poste is free again, and they have nothing else. */
async function lostAt(site: Site, at: DateTime): Promise<LostSession[]> {
  return db
    .from('poste_sessions as s')
    .join('postes as p', 'p.id', 's.poste_id')
    .join('visitors as v', 'v.id', 's.visitor_id')
    .where('s.site_id', site.id)
    .where('s.issued_at', '>', at.minus({ days: 1 }).toJSDate())
    .where('s.reason', 'time')
    .whereNotNull('s.unheard_since')
    .where('s.code_expires_at', '>', at.toJSDate())
    .whereNull('v.anonymised_at')
    .whereNotExists(
      (query) =>
        void query
          .from('poste_sessions as o')
          .where((same) => void same.whereColumn('o.poste_id', 's.poste_id').orWhereColumn('o.visitor_id', 's.visitor_id'))
          .whereNull('o.ended_at')
    )
    .orderBy('s.ended_at')
    .select('s.id', 'p.name as poste', 's.unheard_since as since', 's.ended_at as endedAt', 'v.guest_number as guest')
    .select(db.raw(`${VISITOR_NAME} as visitor`))
}

import db from '@adonisjs/lucid/services/db'
import { Browser } from './browsers.js'
import type { Floor } from './fairs.js'
import type { LivePage } from './load/pages.js'

/** Of everybody at a fair who waits, and of its stands: one in eight is a dashboard, as long as there are, the others candidates'. */
export async function pagesOf({ fair, stands, attendances }: Floor): Promise<LivePage[]> {
  const { rows } = await db.rawQuery(
    `select attendee_id as attendee, array_agg(stand_id::text) as stands from queue_entries
    where fair_id = ? and left_at is null group by 1`,
    [fair.id]
  )
  const standsOf = new Map<number, string[]>(rows.map((row: { attendee: number; stands: string[] }) => [row.attendee, row.stands]))
  const boards = await Promise.all(
    stands.map(async (stand) => {
      const link = await stand.link()
      const browser = await Browser.open({ links: [link!.id] })
      return livePage(browser, [`stands/${stand.id}`], `${fair.path}/stands/${stand.id}/dashboard/region`)
    })
  )
  const own = attendances.map(({ attendeeId, person }) => {
    const queues = (standsOf.get(attendeeId) ?? []).map((id) => `stands/${id}/queue`)
    return livePage(person.browser, [`attendees/${attendeeId}`, `fairs/${fair.id}`, ...queues], `${fair.path}/my/region`)
  })
  return Array.from({ length: boards.length + own.length }, (_, i) => (i % 8 === 0 && boards.length ? boards.shift()! : own.pop()!))
}

function livePage(browser: Browser, channels: string[], region: string): LivePage {
  const query = new URLSearchParams(channels.map((channel) => ['c', channel]))
  return { stream: browser.get(`/live?${query}`), region: browser.get(region), channels }
}

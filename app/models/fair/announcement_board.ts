/* What is said at a fair: now to whoever is there, and ever for whoever says it. */
import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import { PAGE_SIZE, type Page, pageOf } from '#models/mixins/paging'

export type State = 'shown' | 'over' | 'withdrawn'

export interface ShownAnnouncement {
  id: number
  /** said by an organiser; or a stand that has gone, whose name is the text */
  kind: 'said' | 'stand_removed'
  text: string
  /** whose queue it is for, if for one */
  stand: string | null
  /** for this person alone */
  personal: boolean
  createdAt: Date
  expiresAt: Date
}

export interface AnnouncementLine extends ShownAnnouncement {
  /** whom it is for, if for one person */
  attendeeId: number | null
  attendee: string | null
  author: string | null
  withdrawnAt: Date | null
  state: State
}

const COLUMNS = `a.id, a.kind, a.text, s.name as stand, a.attendee_id is not null as personal, a.created_at as "createdAt", a.expires_at as "expiresAt"`

/**
 * What a page of the fair shows now, the latest first: what is for everybody, for a queue where this attendee waits, and for
 * them alone. One question.
 * @param attendeeId null for a visitor
 */
export async function announcementsFor(fairId: number, attendeeId: number | null, at: DateTime): Promise<ShownAnnouncement[]> {
  const { rows } = await db.rawQuery(
    `select ${COLUMNS}
    from announcements a left join stands s on s.id = a.stand_id
    where a.fair_id = :fair and a.expires_at > :at and a.withdrawn_at is null and a.read_at is null and (
      (a.stand_id is null and a.attendee_id is null) or a.attendee_id = :attendee or exists (
        select 1 from queue_entries e
        where e.stand_id = a.stand_id and e.attendee_id = :attendee and e.left_at is null and e.completed_at is null
      )
    )
    order by a.created_at desc, a.id desc`,
    { fair: fairId, attendee: attendeeId ?? 0, at: at.toJSDate() }
  )
  return rows
}

/** All that organisers said at a fair, the latest first. */
export async function announcementLines(fairId: number, { page }: { page: number }, at: DateTime): Promise<Page<AnnouncementLine>> {
  const [list, count] = await Promise.all([
    db.rawQuery(
      `select ${COLUMNS}, a.attendee_id as "attendeeId", p.given_name || ' ' || p.family_name as attendee,
        u.given_name || ' ' || u.family_name as author, a.withdrawn_at as "withdrawnAt",
        case when a.withdrawn_at is not null then 'withdrawn' when a.expires_at > :at then 'shown' else 'over' end as state
      from announcements a
      left join stands s on s.id = a.stand_id
      left join attendees p on p.id = a.attendee_id
      left join users u on 'user:' || u.id = a.created_by
      where a.fair_id = :fair and a.kind = 'said'
      order by a.created_at desc, a.id desc limit :limit offset :offset`,
      { fair: fairId, at: at.toJSDate(), limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }
    ),
    db.from('announcements').where({ fair_id: fairId, kind: 'said' }).count('* as total').first(),
  ])
  return pageOf<AnnouncementLine>(list.rows, count.total, page)
}

import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { spacedCode } from '#models/postes/access_code'
import { nextBooked } from '#models/postes/booked'
import type PosteSession from '#models/postes/poste_session'

export interface CodeCard {
  id: number
  /** `waiting`: nobody has typed it; `cut`: typed again, it goes on after a power failure */
  state: 'waiting' | 'cut' | 'used' | 'over'
  /** null once it opens nothing, or when the key is lost */
  code: string | null
  spaced: string | null
  poste: string
  guest: number | null
  visitor: string | null
  minutes: number
  /** or when the poste is somebody's who reserved it */
  expiresAt: Date
}

/** A code as it is told to a visitor, as long as it opens something. */
export async function codeCard(session: PosteSession, at: DateTime): Promise<CodeCard> {
  const [poste, visitor, next] = await Promise.all([
    session.related('poste').query().firstOrFail(),
    session.related('visitor').query().firstOrFail(),
    nextBooked(db.connection(), session.posteId),
  ])
  const state = await stateOf(session, at)
  const code = state === 'waiting' || state === 'cut' ? session.code : null
  return {
    id: session.id,
    state,
    code,
    spaced: code && spacedCode(code),
    poste: poste.name,
    guest: visitor.guestNumber,
    visitor: [visitor.givenName, visitor.familyName].filter(Boolean).join(' ') || null,
    minutes: Math.round(session.grantedSeconds / 60),
    expiresAt: DateTime.min(session.codeExpiresAt, next?.from ?? session.codeExpiresAt).toJSDate(),
  }
}

async function stateOf(session: PosteSession, at: DateTime): Promise<CodeCard['state']> {
  if (session.endedAt || (session.codeExpiresAt <= at && !session.startedAt)) return 'over'
  if (!session.startedAt) return 'waiting'
  const run = await session.related('runs').query().orderBy('id', 'desc').first()
  return run?.cause === 'cut' ? 'cut' : 'used'
}

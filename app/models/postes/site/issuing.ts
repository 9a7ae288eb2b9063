import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import encryption from '@adonisjs/core/services/encryption'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#exceptions/refusal'
import { type Act, authorOf, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import { codeHash, drawCode } from '#models/postes/access_code'
import { refuseBooked } from '#models/postes/booked'
import { anyFreePoste, freeChannel, freePoste } from '#models/postes/free_postes'
import PosteSession from '#models/postes/poste_session'
import { refuseDay } from '#models/postes/reservation_rules'
import { tellOf } from '#models/postes/running'
import type Site from '#models/postes/site'
import { closePlaceOf } from '#models/postes/ticket_line'
import Visitor from '#models/postes/visitor'

export interface Issue {
  visitorId: number
  /** the first free one, without */
  posteId?: number | null
  minutes: number
  /** at once, without the code being typed */
  started?: boolean
}

/** Codes are given until one is of nobody; one in a billion is taken. */
const TRIES = 20

/** Lending a poste to a visitor. */
export function Issuing<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * The poste is held for the visitor, whose code opens it until it expires.
     * @throws {Refusal} postes.refusals.minutes, visitor_unknown, visitor_busy, day_limit, no_consent, poste_*, none_free,
     * reservations.refusals.held, shorter, none_for
     */
    async issue(this: Site, { visitorId, posteId, minutes, started = false }: Issue, act: Act): Promise<PosteSession> {
      this.refuseMinutes(minutes)
      return within(act, async (trx) => {
        const visitor = await visitorFor(trx, act, this, visitorId)
        const poste = posteId ? await freePoste(trx, this.id, posteId) : await anyFreePoste(trx, act, this.id, minutes)
        await refuseBooked(trx, act, poste, minutes * 60)
        const session = await write(trx, act, this, { visitorId, posteId: poste, minutes })
        await session.track(trx, act, 'postes.poste_session.issued', { poste, minutes, guest: visitor.guestNumber !== null })
        if (started) await session.start({ ...act, trx })
        await closePlaceOf(trx, act, session)
        await signal(trx, [freeChannel(this.id)])
        await tellOf(trx, session)
        await session.refresh()
        return session
      })
    }

    /** @throws {Refusal} postes.refusals.minutes */
    refuseMinutes(this: Site, minutes: number) {
      if (!Number.isInteger(minutes) || minutes < 1 || minutes > this.maxMinutes)
        throw new Refusal('postes.refusals.minutes', { most: this.maxMinutes }, { status: 422, field: 'minutes' })
    }
  }
}

/**
 * Holds a visitor of the site to whom a poste may be lent now.
 * @throws {Refusal} postes.refusals.visitor_unknown, visitor_busy, day_limit, no_consent, reservations.refusals.day_limit
 */
export async function visitorFor(trx: TransactionClientContract, act: Act, site: Site, id: number): Promise<Visitor> {
  const visitor = await heldVisitor(trx, site, id)
  if (await trx.from('poste_sessions').where('visitor_id', visitor.id).whereNull('ended_at').first())
    throw new Refusal('postes.refusals.visitor_busy', { visitor: visitor.shownName }, { field: 'visitorId' })
  await refuseUnknown(trx, site, visitor)
  await refuseDay(trx, site, visitor, act.at)
  return visitor
}

/**
 * Holds a visitor of the site to whom postes are lent.
 * @throws {Refusal} postes.refusals.visitor_unknown, no_consent
 */
export async function knownVisitor(trx: TransactionClientContract, site: Site, id: number): Promise<Visitor> {
  const visitor = await heldVisitor(trx, site, id)
  await refuseUnknown(trx, site, visitor)
  return visitor
}

async function heldVisitor(trx: TransactionClientContract, site: Site, id: number): Promise<Visitor> {
  const visitor = await Visitor.query({ client: trx }).where({ id, site_id: site.id }).forUpdate().first()
  if (!visitor || visitor.anonymisedAt) throw new Refusal('postes.refusals.visitor_unknown', {}, { status: 422, field: 'visitorId' })
  return visitor
}

async function refuseUnknown(trx: TransactionClientContract, site: Site, visitor: Visitor) {
  if (site.isIdentified && visitor.guestNumber === null && !(await visitor.hasConsented(trx)))
    throw new Refusal('postes.refusals.no_consent', { visitor: visitor.shownName }, { field: 'visitorId' })
}

async function write(trx: TransactionClientContract, act: Act, site: Site, given: { visitorId: number; posteId: number; minutes: number }) {
  const expiry = site.codeExpiry(await site.timetable(trx), act.at)
  for (let tries = 0; tries < TRIES; tries++) {
    const code = drawCode()
    const { rows } = await trx.rawQuery(
      `insert into poste_sessions
        (site_id, visitor_id, poste_id, code_hash, code_encrypted, code_expires_at, granted_seconds, issued_at, issued_by)
      values (:site, :visitor, :poste, :hash, :encrypted, :expiry, :seconds, :at, :by)
      on conflict (code_hash) where ended_at is null do nothing returning id`,
      {
        site: site.id,
        visitor: given.visitorId,
        poste: given.posteId,
        hash: codeHash(code) as never,
        encrypted: encryption.encrypt(code),
        expiry: expiry.toJSDate(),
        seconds: given.minutes * 60,
        at: act.at.toJSDate(),
        by: authorOf(act.by),
      }
    )
    if (rows.length) return PosteSession.findOrFail(rows[0].id, { client: trx })
  }
  throw new Error('No access code is free')
}

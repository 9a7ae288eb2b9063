import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import { postesConfig } from '#config/postes'
import { Refusal } from '#exceptions/refusal'
import Document, { type Ready } from '#models/files/document'
import { type Act, authorOf, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import { type Likeness, likenessesOf } from '#models/postes/likenesses'
import { holdOpenings } from '#models/postes/site/holding'
import Site from '#models/postes/site'
import Visitor from '#models/postes/visitor'
import { type VisitorValues, keptAt, refuseUnreachable } from '#models/postes/visitor/describing'
import type { Upload } from '#services/upload'

/** Somebody who comes to the desk. */
export interface Registration extends VisitorValues {
  /** that they agree to the information notice: asked where people are known by name */
  consents: boolean
  /** that they are not one of those who resemble them */
  another: boolean
  photo?: Upload
}

interface Said extends Pick<Registration, 'consents' | 'another'> {
  values: VisitorValues
}

/** Visitors with a name. */
export function Registering<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * With their consent and their photo, or not at all.
     * @throws {Refusal} visitors.refusals.contact, consent, likeness, files.refusals.*
     */
    async register(this: Site, { consents, another, photo, ...values }: Registration, act: Act): Promise<Visitor> {
      const said = { values, consents, another }
      keptOf(this, said)
      const write = (ready?: Ready) => written(this.id, said, ready, act)
      // A picture takes its time, in which nobody else is kept waiting.
      return this.isIdentified && photo ? Document.prepare(photo, 'visitor_photo', act, write) : write()
    }

    /** Those of the site who may be this person, the likeliest first. */
    async likenesses(this: Site, values: Partial<VisitorValues>, client?: Parameters<typeof likenessesOf>[2]): Promise<Likeness[]> {
      const found = await likenessesOf(this.id, keptAt(this, values), client)
      return this.isIdentified ? found : found.map((one) => ({ ...one, email: null, phone: null, birthYear: null }))
    }
  }
}

/**
 * What is written of them where those are the rules.
 * @throws {Refusal} visitors.refusals.contact, consent
 */
function keptOf(site: Site, { values, consents }: Said): Partial<VisitorValues> {
  const kept = keptAt(site, values)
  refuseUnreachable(site, kept)
  if (site.isIdentified && !consents) throw new Refusal('visitors.refusals.consent', {}, { status: 422, field: 'consents' })
  return kept
}

async function written(siteId: number, said: Said, photo: Ready | undefined, act: Act): Promise<Visitor> {
  return within(act, async (trx) => {
    // Two desks that receive one person wait for each other here, and the rules may have changed since they were read.
    await holdOpenings(trx, siteId)
    const site = await Site.findOrFail(siteId, { client: trx })
    const kept = keptOf(site, said)
    if (!said.another && (await site.likenesses(kept, trx)).length > 0)
      throw new Refusal('visitors.refusals.likeness', {}, { status: 422, field: 'familyName' })
    const visitor = await Visitor.create({ ...kept, siteId: site.id, createdAt: act.at, createdBy: authorOf(act.by) }, { client: trx })
    await visitor.refresh()
    const given = Object.entries(kept).flatMap(([field, value]) => (value === null ? [] : [[field, true]]))
    await visitor.track(trx, act, 'postes.visitor.registered', Object.fromEntries(given))
    if (site.isIdentified) await visitor.consent(postesConfig.noticeVersion, { ...act, trx })
    if (photo && site.isIdentified) await Document.add({ visitorId: visitor.id }, photo, { ...act, trx })
    await signal(trx, [`sites/${site.id}`])
    return visitor
  })
}

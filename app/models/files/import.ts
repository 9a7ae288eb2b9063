import { ImportSchema } from '#database/schema'
import { compose } from '@adonisjs/core/helpers'
import type { DateTime } from 'luxon'
import { Refusal } from '#exceptions/refusal'
import { type ImportKind, type Line, linesFor } from '#models/files/import_kind'
import { type LineFilters, importLines } from '#models/files/import_lines'
import { type Act, authorOf, within } from '#models/mixins/act'
import { Tracked } from '#models/mixins/tracked'
import type { Reading } from '#services/csv/sheet'

/** How long what was read waits to be confirmed. */
const HOURS = 24

/** Why an import can no longer be confirmed. */
type Closed = 'confirmed' | 'cancelled' | 'expired'

export interface SentFile {
  name: string
  digest: Buffer
}

/** A file of lines that is shown first, and written once somebody confirms it. */
export default class Import extends compose(ImportSchema, Tracked) {
  /** Keeps what was read; nothing else is written. */
  static async stage<V>(kind: ImportKind<V>, { name, digest }: SentFile, reading: Reading<V>, act: Act): Promise<Import> {
    return within(act, async (trx) => {
      const { headers, ignored } = reading
      const staged = await this.create(
        {
          kind: kind.name,
          fairId: kind.fairId ?? null,
          fileName: name.slice(0, 200),
          digest,
          headers,
          ignored,
          createdAt: act.at,
          createdBy: authorOf(act.by),
          expiresAt: act.at.plus({ hours: HOURS }),
        },
        { client: trx }
      )
      const lines = await linesFor(trx, kind, reading.lines)
      await importLines(staged.id).write(trx, lines)
      await staged.track(trx, act, 'files.import.staged', { kind: kind.name, lines: lines.length })
      return staged.refresh()
    })
  }

  /** What its page shows: the lines of one page, and what would become of all of them. */
  async preview(this: Import, filters: LineFilters, at: DateTime) {
    const [counts, lines, earlier] = await Promise.all([this.lines.counts(), this.lines.page(filters), this.#earlier()])
    return { state: this.stateAt(at), counts, lines, earlier, filters }
  }

  get lines() {
    return importLines(this.id)
  }

  stateAt(at: DateTime): Closed | 'open' {
    if (this.confirmedAt) return 'confirmed'
    if (this.cancelledAt) return 'cancelled'
    return this.expiresAt <= at ? 'expired' : 'open'
  }

  /**
   * Writes every line that holds and is not there yet, all of them or none. Confirming twice is confirming once.
   * @returns how many were added
   * @throws {Refusal} files.imports.refusals.cancelled, files.imports.refusals.expired
   */
  async confirm<V>(this: Import, kind: ImportKind<V>, act: Act): Promise<number> {
    return within(act, async (trx) => {
      const held = await Import.query({ client: trx }).where('id', this.id).forUpdate().firstOrFail()
      const state = held.stateAt(act.at)
      if (state === 'confirmed') return held.added!
      if (state === 'cancelled') throw new Refusal('files.imports.refusals.cancelled')
      if (state === 'expired') throw new Refusal('files.imports.refusals.expired')
      await kind.lock(trx)
      // Looked at again: since the preview, somebody else may have added some of them.
      const lines = await linesFor(trx, kind, await held.lines.valid<V>(trx))
      const fresh = lines.filter((line): line is Line<V> & { values: V } => line.outcome === 'new')
      await kind.add(
        fresh.map(({ values }) => values),
        { ...act, trx }
      )
      await held.merge({ confirmedAt: act.at, confirmedBy: authorOf(act.by), added: fresh.length }).save()
      await held.track(trx, act, 'files.import.confirmed', { kind: kind.name, added: fresh.length })
      return fresh.length
    })
  }

  /** @throws {Refusal} files.imports.refusals.confirmed */
  async cancel(this: Import, act: Act): Promise<void> {
    await within(act, async (trx) => {
      const held = await Import.query({ client: trx }).where('id', this.id).forUpdate().firstOrFail()
      if (held.confirmedAt) throw new Refusal('files.imports.refusals.confirmed')
      if (held.cancelledAt) return
      await held.merge({ cancelledAt: act.at, cancelledBy: authorOf(act.by) }).save()
      await held.lines.erase(trx)
      await held.track(trx, act, 'files.import.cancelled', { kind: held.kind })
    })
  }

  /** When the same file was brought in before, if it was. */
  async #earlier(this: Import) {
    const query = Import.query().where({ kind: this.kind, digest: this.digest }).whereNotNull('confirmed_at').whereNot('id', this.id)
    const found = await (this.fairId ? query.where('fair_id', this.fairId) : query).orderBy('confirmed_at', 'desc').first()
    return found?.confirmedAt ?? null
  }
}

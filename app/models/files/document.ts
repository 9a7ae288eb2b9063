import { compose } from '@adonisjs/core/helpers'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DocumentSchema } from '#database/schema'
import { type FileType, type Purpose, type PurposeName, TYPES, purposes } from '#config/files'
import { lock, refuseMore } from '#models/files/document/counting'
import { Holding } from '#models/files/document/holding'
import { Opening } from '#models/files/document/opening'
import { type Stored, daysOf, stored } from '#models/files/document/storing'
import StoredObject from '#models/files/stored_object'
import { type Act, authorOf, within } from '#models/mixins/act'
import { Tracked } from '#models/mixins/tracked'
import type { Upload } from '#services/upload'

/** Whose a document is: one of them. */
export type Owner = { userId: number } | { organisationId: number } | { visitorId: number }

/** A file that is stored and of nobody yet. */
export interface Ready {
  upload: Upload
  purpose: PurposeName
  content: Stored
}

/** A stored file with its owner, its purpose and its clock. Replaced or deleted, its content is gone and the fact remains. */
export default class Document extends compose(DocumentSchema, Tracked, Holding, Opening) {
  static living(trx?: TransactionClientContract) {
    return this.query({ client: trx }).whereNotNull('key')
  }

  /** What an owner has, the newest first. */
  static of(owner: Owner, ...only: PurposeName[]) {
    const all = this.living().where(owner).orderBy('created_at', 'desc').orderBy('id', 'desc')
    return only.length > 0 ? all.whereIn('purpose', only) : all
  }

  /**
   * Keeps what somebody hands in: looked at, stored, then written, so that whatever fails leaves nothing.
   * @throws {Refusal} files.refusals.*, about the field that the file came in
   */
  static async keep(owner: Owner, upload: Upload, purpose: PurposeName, act: Act): Promise<Document> {
    await refuseMore(owner, upload, purpose, act.trx)
    return this.prepare(upload, purpose, act, (ready) => this.add(owner, ready, act))
  }

  /**
   * Looks at it and stores it before anything is held; what `write` does then says so of its owner, or nothing of it stays.
   * @throws {Refusal} files.refusals.*
   */
  static prepare<T>(upload: Upload, purpose: PurposeName, act: Act, write: (ready: Ready) => Promise<T>): Promise<T> {
    return stored(upload, purpose, act, (content) => write({ upload, purpose, content }))
  }

  /** What was prepared, as one of this owner's. @throws {Refusal} files.refusals.too_many */
  static async add(owner: Owner, { upload, purpose, content }: Ready, act: Act): Promise<Document> {
    return within(act, async (trx) => {
      await lock(owner, trx)
      await refuseMore(owner, upload, purpose, trx)
      const document = await this.#write({ ...owner, purpose }, content, { ...act, trx })
      await document.track(trx, act, 'files.document.added', { purpose })
      return document
    })
  }

  static async #write(whose: Partial<Document>, { object, content, digest }: Stored, { by, at, trx }: Act) {
    const { type, name, bytes, width, height } = content
    return this.create(
      {
        ...whose,
        ...object,
        type,
        name,
        bytes,
        width,
        height,
        digest,
        uploadedBy: authorOf(by),
        createdAt: at,
        activeAt: at,
        expiresAt: at.plus({ days: daysOf(whose.purpose as PurposeName) }),
      },
      { client: trx }
    )
  }

  get rules(): Purpose {
    return purposes[this.purpose as PurposeName]
  }

  get media() {
    return TYPES[this.type as FileType].media
  }

  /** Whether a browser shows it by itself, without a risk. */
  get isViewable() {
    return ['pdf', 'jpg', 'png', 'webp'].includes(this.type)
  }

  get path() {
    return `/compte/documents/${this.id}`
  }

  /** The same document in a newer version: another row, whose predecessor loses its content. */
  async replace(this: Document, upload: Upload, act: Act) {
    return stored(upload, this.purpose as PurposeName, act, (content) =>
      within(act, async (trx) => {
        const old = await Document.living(trx).where('id', this.id).forUpdate().firstOrFail()
        const { userId, organisationId, visitorId, purpose } = old
        const document = await Document.#write({ userId, organisationId, visitorId, purpose, replacesId: old.id }, content, { ...act, trx })
        await old.#end({ replacedAt: act.at }, trx)
        await document.track(trx, act, 'files.document.replaced', { purpose, replaces: old.id })
        return document
      })
    )
  }

  /** Deleting twice is deleting once. The content goes when the transaction is committed. */
  async remove(this: Document, act: Act) {
    await within(act, async (trx) => {
      const document = await Document.living(trx).where('id', this.id).forUpdate().first()
      if (!document) return
      await document.#delete(act, trx)
      await document.track(trx, act, 'files.document.removed', { purpose: document.purpose })
    })
  }

  /** Its clock has struck. The caller holds its row. */
  async expire(this: Document, act: Act) {
    await within(act, async (trx) => {
      await this.#delete(act, trx)
      await this.track(trx, act, 'files.document.expired', { purpose: this.purpose })
    })
  }

  async #delete(this: Document, { by, at }: Act, trx: TransactionClientContract) {
    await this.#end({ deletedAt: at, deletedBy: authorOf(by) }, trx)
  }

  async #end(this: Document, how: Partial<Document>, trx: TransactionClientContract) {
    const key = this.key!
    const gone = { name: null, digest: null, disk: null, key: null, width: null, height: null }
    await this.merge({ ...how, ...gone }).save()
    trx.after('commit', () => StoredObject.erase([key]))
  }
}

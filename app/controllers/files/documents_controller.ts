import type { HttpContext } from '@adonisjs/core/http'
import { ownPurposes } from '#config/files'
import Document from '#models/files/document'
import { daysOf } from '#models/files/document/storing'
import DocumentPolicy from '#policies/files/document_policy'
import { doneBack } from '#services/answers'
import { fileOf } from '#services/receiving'
import { sendFile } from '#services/sending'
import { allow } from '#start/limiter'
import { documentValidator } from '#validators/files/document'
import { pressed } from '#validators/pressed'

const HOME = '/compte/documents'

export default class DocumentsController {
  async index({ view, viewer }: HttpContext) {
    const filed = await viewer.user!.filed()
    return view.render('pages/files/documents/index', { ...filed, purposes: ownPurposes(viewer), days: daysOf('cv') })
  }

  async store(ctx: HttpContext) {
    const { purpose } = await pressed(ctx.request.validateUsing(documentValidator))
    await ctx.bouncer.with(DocumentPolicy).authorize('keep', purpose)
    await allow('upload', ctx.viewer.user!.id)
    const { name } = await ctx.viewer.user!.attach(fileOf(ctx.uploads), { purpose }, ctx.viewer.act())
    return doneBack(ctx, 'files.documents.added', { name: name! }, HOME)
  }

  async show(ctx: HttpContext) {
    const document = await Document.living().where('id', ctx.params.id).firstOrFail()
    await ctx.bouncer.with(DocumentPolicy).authorize('read', document)
    const { name, bytes, digest, createdAt, media, rules, isViewable } = document
    const inline = isViewable && ctx.request.input('inline') !== undefined
    const sent = { name: name!, media, bytes, tag: digest!.toString('hex'), at: createdAt.toJSDate(), inline, kept: rules.picture === true }
    return sendFile(ctx, sent, (range) => document.read(ctx.viewer.act(), range))
  }

  async update(ctx: HttpContext) {
    const document = await this.#managed(ctx)
    await allow('upload', ctx.viewer.user!.id)
    const { name } = await document.replace(fileOf(ctx.uploads, `file-${document.id}`), ctx.viewer.act())
    return doneBack(ctx, 'files.documents.replaced', { name: name! }, HOME)
  }

  async destroy(ctx: HttpContext) {
    const document = await this.#managed(ctx)
    await document.remove(ctx.viewer.act())
    return doneBack(ctx, 'files.documents.removed', { name: document.name! }, HOME)
  }

  async #managed({ params, bouncer }: HttpContext) {
    const document = await Document.living().where('id', params.id).firstOrFail()
    await bouncer.with(DocumentPolicy).authorize('manage', document)
    return document
  }
}

import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@adonisjs/lucid'
import { Refusal } from '#exceptions/refusal'
import Document from '#models/files/document'
import { done } from '#services/answers'
import { fileOf } from '#services/receiving'
import { sendFile } from '#services/sending'
import { visitorAt } from '#services/visitors'
import { allow } from '#start/limiter'

/** What somebody looks like, for those who work at the desk of that site. */
export default class PhotosController {
  async show(ctx: HttpContext) {
    const visitor = await visitorAt(ctx)
    if (!ctx.site.isIdentified) throw new errors.E_ROW_NOT_FOUND(Document)
    const photo = await visitor.documents('visitor_photo').firstOrFail()
    const { name, bytes, digest, createdAt, media } = photo
    const sent = { name: name!, media, bytes, tag: digest!.toString('hex'), at: createdAt.toJSDate(), inline: true, kept: false }
    return sendFile(ctx, sent, (range) => photo.read(ctx.viewer.act(), range))
  }

  async store(ctx: HttpContext) {
    const visitor = await visitorAt(ctx)
    if (!ctx.site.isIdentified || visitor.isGuest) throw new Refusal('visitors.refusals.identity_unasked')
    await allow('upload', ctx.viewer.user!.id)
    const [photo] = await visitor.documents('visitor_photo')
    const upload = fileOf(ctx.uploads, 'photo')
    await (photo ? photo.replace(upload, ctx.viewer.act()) : visitor.attach(upload, { purpose: 'visitor_photo' }, ctx.viewer.act()))
    return done(ctx, 'visitors.photo.stored', {}, visitor.pathAt(ctx.site))
  }

  async destroy(ctx: HttpContext) {
    const visitor = await visitorAt(ctx)
    for (const photo of await visitor.documents('visitor_photo')) await photo.remove(ctx.viewer.act())
    return done(ctx, 'visitors.photo.destroyed', {}, visitor.pathAt(ctx.site))
  }
}

import vine from '@vinejs/vine'
import { ORGANISATION_PURPOSES, PURPOSES } from '#config/files'

export const documentValidator = vine.create(vine.object({ purpose: vine.enum(PURPOSES) }))

export const organisationDocumentValidator = vine.create(vine.object({ purpose: vine.enum(ORGANISATION_PURPOSES) }))

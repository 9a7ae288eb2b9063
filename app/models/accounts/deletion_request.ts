import { DeletionRequestSchema } from '#database/schema'

/** Somebody asked that their account be deleted; it is until they say otherwise. */
export default class DeletionRequest extends DeletionRequestSchema {}

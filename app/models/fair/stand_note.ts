import { StandNoteSchema } from '#database/schema'
import { compose } from '@adonisjs/core/helpers'
import { Tracked } from '#models/mixins/tracked'

/** What a stand keeps for itself about somebody it met. */
export default class StandNote extends compose(StandNoteSchema, Tracked) {}

import { CallSchema } from '#database/schema'

/** A stand's invitation to one attendee to come now. */
export default class Call extends CallSchema {}

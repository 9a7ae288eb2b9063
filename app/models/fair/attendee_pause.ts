import { AttendeePauseSchema } from '#database/schema'

/** A time during which an attendee was not available, by choice, after an interview or by an organiser. */
export default class AttendeePause extends AttendeePauseSchema {}

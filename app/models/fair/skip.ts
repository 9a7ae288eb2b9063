import { SkipSchema } from '#database/schema'

/** A time during which a place in a queue is passed over: nobody answered its call. */
export default class Skip extends SkipSchema {}

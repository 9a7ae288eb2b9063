import { UserBlockSchema } from '#database/schema'

/** A time during which a user signs in nowhere. */
export default class UserBlock extends UserBlockSchema {}

import { ExtensionSchema } from '#database/schema'

/** A visitor's request for more time, and the answer. */
export default class Extension extends ExtensionSchema {}

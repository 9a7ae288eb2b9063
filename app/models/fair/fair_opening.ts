import { FairOpeningSchema } from '#database/schema'

/** A time during which a fair was open: the current one has no end. */
export default class FairOpening extends FairOpeningSchema {}

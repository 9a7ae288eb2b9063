import { StandPauseSchema } from '#database/schema'

/** A time during which a stand did not recruit: the current one has no end. */
export default class StandPause extends StandPauseSchema {}

import { SiteHourSchema } from '#database/schema'

/** A time of the week at which a site is open. */
export default class SiteHour extends SiteHourSchema {}

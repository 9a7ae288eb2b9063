import { SiteClosingSchema } from '#database/schema'

/** Days on which a site is closed whatever its hours say. */
export default class SiteClosing extends SiteClosingSchema {}

import { VisitorConsentSchema } from '#database/schema'

/** That a visitor agreed to a text: which, when, and who wrote it down. */
export default class VisitorConsent extends VisitorConsentSchema {}

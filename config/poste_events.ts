/*
 * Every line of the audit that belongs to a site of public computers, by what its operators may ask for. Whoever adds a line adds
 * it here, and its sentence in `usage.actions`.
 */
export const POSTE_EVENTS = {
  codes: ['postes.poste_session.issued'],
  starts: ['postes.poste_session.started', 'postes.poste_session.restored'],
  time: [
    'postes.poste_session.time_added',
    'postes.extension.asked',
    'postes.extension.accepted',
    'postes.extension.refused',
    'postes.poste_session.shortened',
  ],
  suspensions: ['postes.poste_session.suspended', 'postes.poste_session.resumed', 'postes.poste_session.cut'],
  line: [
    'postes.ticket.taken',
    'postes.ticket.called',
    'postes.ticket.served',
    'postes.ticket.cancelled',
    'postes.ticket.absent',
    'postes.ticket.expired',
  ],
  reservations: [
    'postes.reservation.made',
    'postes.reservation.moved',
    'postes.reservation.cancelled',
    'postes.reservation.honoured',
    'postes.reservation.released',
    'postes.reservation.reminded',
    'postes.reservation.called',
  ],
  moves: ['postes.poste_session.moved'],
  ends: ['postes.poste_session.ended'],
  expiries: ['postes.poste_session.ended'],
  warnings: ['postes.poste_session.warned'],
  messages: ['postes.poste.told', 'postes.poste.wrote'],
  visitors: [
    'postes.visitor.welcomed',
    'postes.visitor.registered',
    'postes.visitor.described',
    'postes.visitor.consented',
    'postes.visitor.consent_withdrawn',
    'postes.visitor.identified',
    'postes.visitor.identity_read',
    'postes.visitor.identity_forgotten',
    'postes.visitor.merged',
    'postes.visitor.claim_given',
    'postes.visitor.claim_taken',
    'postes.visitor.linked',
    'postes.visitor.unlinked',
    'postes.visitor.anonymised',
  ],
  postes: [
    'postes.poste.added',
    'postes.poste.edited',
    'postes.poste.retired',
    'postes.poste.maintained',
    'postes.poste.maintenance_ended',
  ],
  stations: [
    'postes.station.lost',
    'postes.station.back',
    'postes.station.paired',
    'postes.station.revoked',
    'postes.station.refused',
    'postes.station.code_refused',
    'postes.poste.pairing_offered',
  ],
  sites: [
    'postes.site.opened',
    'postes.site.configured',
    'postes.site.hours_set',
    'postes.site.closing_added',
    'postes.site.closing_removed',
    'accounts.secret_link.issued',
    'accounts.secret_link.revoked',
    'postes.site.retired',
  ],
  operators: ['accounts.sign_in.started', 'accounts.sign_in.ended'],
  exports: [
    'postes.visitor.exported',
    'postes.postes.exported',
    'postes.sessions.exported',
    'postes.events.exported',
    'postes.usage.exported',
    'postes.reservations.exported',
  ],
} as const

export type PosteEventKind = keyof typeof POSTE_EVENTS

export const POSTE_EVENT_KINDS = Object.keys(POSTE_EVENTS) as PosteEventKind[]

/** Of these kinds only the ends with one of these reasons: time that ran out is no decision of anybody. */
export const ENDS: Partial<Record<PosteEventKind, string[]>> = {
  ends: ['visitor', 'desk', 'idle'],
  expiries: ['time', 'unused', 'expired'],
}

export const POSTE_ACTIONS: string[] = [...new Set(Object.values(POSTE_EVENTS).flat())]

/*
 * Every line of the audit that belongs to a fair, by what an organiser may ask for. Whoever adds a line adds it here, and its
 * sentence in `control.events.actions`.
 */
export const FAIR_EVENTS = {
  fair: [
    'fair.fair.planned',
    'fair.fair.copied',
    'fair.fair.rescheduled',
    'fair.fair.opened',
    'fair.fair.closed',
    'fair.fair.archived',
    'fair.fair.unarchived',
    'fair.attendees.freed',
    'files.import.staged',
    'files.import.confirmed',
    'files.import.cancelled',
    'accounts.secret_link.issued',
    'accounts.secret_link.revoked',
  ],
  stands: [
    'fair.stand.added',
    'fair.stand.configured',
    'fair.stand.paused',
    'fair.stand.resumed',
    'fair.stand.removed',
    'fair.stands.paused',
    'fair.stands.resumed',
    'fair.stand_note.written',
    'fair.stand_note.exported',
  ],
  attendees: [
    'fair.attendee.arrived',
    'fair.attendee.registered',
    'fair.attendee.described',
    'fair.attendee.claimed',
    'fair.attendee.paused',
    'fair.attendee.resumed',
    'fair.attendee.overridden',
  ],
  queues: [
    'fair.queue_entry.joined',
    'fair.queue_entry.left',
    'fair.queue_entry.forced',
    'fair.queue_entry.moved',
    'fair.queue_entry.removed',
    'fair.queue_entry.reinstated',
    'fair.call.announced',
    'fair.call.repeated',
    'fair.call.missed',
    'fair.call.absence_undone',
    'fair.attendee.came_back',
  ],
  interviews: ['fair.interview.started', 'fair.interview.passed', 'fair.interview.interrupted', 'fair.interview.reopened'],
  announcements: ['fair.announcement.made', 'fair.announcement.withdrawn'],
  exports: ['fair.attendees.exported', 'fair.stands.exported', 'fair.entries.exported', 'fair.interviews.exported'],
} as const

export type EventKind = keyof typeof FAIR_EVENTS

export const EVENT_KINDS = Object.keys(FAIR_EVENTS) as EventKind[]
export const EVENTS: string[] = Object.values(FAIR_EVENTS).flat()

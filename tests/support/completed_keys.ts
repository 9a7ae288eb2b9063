import { globSync } from 'node:fs'
import { LOCALES } from '#config/instance'
import { EVENTS, EVENT_KINDS } from '#config/fair_events'
import { POSTE_ACTIONS, POSTE_EVENT_KINDS } from '#config/poste_events'
import { PERIODS } from '#models/postes/events'
import { RESERVATION_STATES } from '#models/postes/reservation_list'
import { STATES } from '#models/postes/session_list'
import { AGES } from '#models/postes/usage/audience'
import { LEGAL_NAMES } from '#config/legal'
import { PURPOSES, TYPES } from '#config/files'
import { settingGroups } from '#config/settings'
import { ROLES } from '#models/accounts/role'
import { VISITOR_KINDS } from '#models/postes/visitor_list'
import { IDENTITY_KINDS } from '#models/postes/visitor/identifying'
import { USER_GROUPS } from '#models/accounts/user_list'
import { CHANNELS, GROUPS, KINDS, modesOf } from '#config/notifications'
import { PAGES } from '#exceptions/problem'
import { CHANNELS as WAYS_OUT, STATUSES } from '#config/deliveries'
import { organisations } from '#config/organisations'
import { STATUSES as VERIFICATION } from '#models/accounts/verifying'
import { POSTE_GROUPS } from '#models/postes/poste_list'
import { KINDS as KINDS_OF_POSTE } from '#validators/postes/poste'
import { MODES, WEEKDAYS } from '#validators/postes/site'
import { LANGS } from '#tests/support/lang'
import { code } from '#tests/support/source'

/** `'a' | 'b'` of a type, as the code says it. */
const union = (file: string, name: string) =>
  [...new RegExp(`type ${name} = ([^\\n]*)`).exec(code(file))![1].matchAll(/'(\w+)'/g)].map(([, one]) => one)

/** The choices that a page or an address offers: `['all', 'open']`. */
const choices = (file: string, name: string) =>
  [...new RegExp(`${name}[^[]*\\[([^\\]]*)\\]`).exec(code(file))![1].matchAll(/'(\w+)'/g)].map(([, one]) => one)

/** What may be done with one kind of row of a site: the end of each line of its audit. */
const choicesOf = (noun: string) =>
  POSTE_ACTIONS.filter((action) => action.startsWith(`${noun}.`)).map((action) => action.split('.').at(-1)!)

const settingKeys = Object.entries(settingGroups).flatMap(([group, of]) => Object.keys(of).map((name) => `${group}.${name}`))
const SIGN_UPS = ['candidates', 'recruiters', 'providers']
const VISIBILITIES = ['private', 'recruiters', 'public']
const FIGURES = [...code('resources/views/pages/fair/controls/_figures.edge').matchAll(/\['(\w+)', figures\./g)].map(([, name]) => name)
const FILES = ['attendees', 'stands', 'entries', 'interviews']
const TERMS = choices('resources/views/pages/postes/usages/_definitions.edge', 'term in ')
const REASONS = union('app/models/postes/poste_session/ending.ts', 'Reason')
const EFFECTS = union('app/models/messaging/unsubscription.ts', 'Effect')

/** Every key that is completed when the code runs, with all that can complete it. */
export const COMPLETED: Record<string, string[]> = {
  'control.alerts.${…}': union('app/models/fair/alerts.ts', 'AlertKind'),
  'control.figures.${…}.means': FIGURES,
  'control.figures.${…}.name': FIGURES,
  'control.figures.people.${…}': choices('resources/views/pages/fair/controls/_figures.edge', 'status in '),
  'control.events.actions.${…}': EVENTS,
  'control.events.kinds.${…}': ['all', ...EVENT_KINDS],
  'control.exports.files.${…}.text': FILES,
  'control.exports.files.${…}.title': FILES,
  'control.exports.names.${…}': FILES,
  'control.exports.outcomes.${…}': ['interviewing', 'passed', 'interrupted'],
  'control.exports.states.${…}': ['waiting', 'skipped', 'interviewing', 'passed', 'left'],
  'control.report.columns.${…}': choices('resources/views/pages/fair/reports/_stands.edge', 'column in '),
  'control.report.terms.${…}.means': choices('resources/views/pages/fair/reports/_definitions.edge', 'term in '),
  'control.report.terms.${…}.name': choices('resources/views/pages/fair/reports/_definitions.edge', 'term in '),
  'control.announcements.lasts.${…}': choices('app/validators/fair/announcement.ts', 'lasts: vine.enum'),
  'control.announcements.states.${…}': union('app/models/fair/announcement_board.ts', 'State'),
  'desk.feed.at.${…}': union('app/models/fair/feed.ts', 'HappeningKind'),
  'desk.feed.here.${…}': union('app/models/fair/feed.ts', 'HappeningKind'),
  'desk.waiting.${…}_at': ['missed', 'absent', 'held'],
  'accounts.people.groups.${…}': [...USER_GROUPS],
  'accounts.roles.names.${…}': [...ROLES],
  'emails.${…}.subject': globSync('resources/views/emails/*/*.edge').map((file) => file.split(/[/.]/).slice(3, 5).join('.')),
  'dev.parts.${…}': choices('resources/views/pages/dev/components/index.edge', 'part in '),
  'errors.${…}.text': [...PAGES].map(String),
  'errors.${…}.title': [...PAGES].map(String),
  'fair.fairs.${…}': choices('app/validators/fair/filters.ts', 'when: asOneOf'),
  'fair.stands.show.${…}': choices('app/validators/fair/filters.ts', 'show: asOneOf'),
  'fair.controls.states.${…}': choices('app/validators/fair/filters.ts', 'state: asOneOf'),
  'visiting.missed.causes.${…}': ['missed', 'absent', 'held'],
  'visiting.doors.${…}': union('app/models/fair/stand_list.ts', 'Door').filter((door) => door !== 'open'),
  'fair.reasons.${…}': union('app/models/fair/place.ts', 'Obstacle'),
  'accounts.${…}.choice': SIGN_UPS,
  'accounts.${…}.choice_text': SIGN_UPS,
  'accounts.profile.visibilities.${…}': VISIBILITIES,
  'accounts.profile.visibility_hints.${…}': VISIBILITIES,
  'fair.status.${…}': union('app/models/fair/presence.ts', 'Status'),
  'files.imports.${…}': choices('app/validators/files/filters.ts', 'show: asOneOf'),
  'files.imports.outcomes.${…}': union('app/models/files/import_kind.ts', 'Outcome'),
  'files.imports.states.${…}': union('app/models/files/import.ts', 'Closed'),
  'monitoring.legal.footer.${…}': LEGAL_NAMES,
  'monitoring.legal.in.${…}': [...LOCALES],
  'monitoring.legal.pages.${…}': LEGAL_NAMES,
  'files.purposes.${…}': [...PURPOSES],
  'files.types.${…}': Object.keys(TYPES),
  'monitoring.settings.groups.${…}.lead': Object.keys(settingGroups),
  'monitoring.settings.groups.${…}.title': Object.keys(settingGroups),
  'monitoring.settings.of.${…}.hint': settingKeys,
  'monitoring.settings.of.${…}.label': settingKeys,
  'monitoring.settings.units.${…}': union('app/services/settings/kinds.ts', 'Unit').filter((unit) => unit !== 'times'),
  'monitoring.tasks.names.${…}': [...code('start/scheduler.ts').matchAll(/^task\('([\w.]+)'/gm)].map(([, name]) => name),
  'monitoring.tasks.states.${…}': ['done', 'failed', 'lost', 'running'],
  'monitoring.settings.wrong.${…}': union('app/services/settings/kinds.ts', 'Type'),
  'organisations.kinds.${…}': organisations.kinds.slice(),
  'organisations.now.${…}': VERIFICATION.slice(),
  'organisations.providers.now.${…}': VERIFICATION.slice(),
  'organisations.queues.${…}': [...VERIFICATION, 'organisations', 'providers'],
  'organisations.queues.search_${…}': ['organisations', 'providers'],
  'organisations.roles.${…}': ['owner', 'member'],
  'organisations.sectors.${…}': organisations.sectors.slice(),
  'organisations.sizes.${…}': organisations.sizes.slice(),
  'organisations.status.${…}': VERIFICATION.slice(),
  'organisations.steps.${…}': VERIFICATION.slice(),
  'sites.days.${…}': WEEKDAYS.map(String),
  'sites.fields.${…}': [...code('resources/views/pages/postes/postes/_about.edge').matchAll(/\['(\w+)', /g)].map(([, name]) => name),
  'sites.history.reasons.${…}': REASONS,
  'sites.modes.leaving.${…}': MODES.slice(),
  'sites.modes.means.${…}': MODES.slice(),
  'sites.modes.names.${…}': MODES.slice(),
  'sites.modes.now.${…}': MODES.slice(),
  'sites.modes.public.${…}': MODES.slice(),
  'sites.postes.groups.${…}': POSTE_GROUPS.slice(),
  'sites.states.${…}': [...union('app/models/postes/desk_grid.ts', 'PosteState'), 'retired'],
  'sites.stations.kinds.${…}': ['page', 'agent'],
  'sites.stations.revoke_means.${…}': ['page', 'agent'],
  'sites.uses.${…}': KINDS_OF_POSTE.slice(),
  'setup.posters.step_${…}': ['1', '2', '3'],
  'setup.registrations.${…}': ['firstStand', 'secondStand', 'thirdStand'],
  'setup.stands.stakes.${…}': ['waiting', 'inside', 'passed', 'notes'],
  'visitors.notice.lead.${…}': MODES.slice(),
  'visitors.notice.${…}': MODES.flatMap((mode) => ['a', 'b', 'c'].map((line) => `${mode}.${line}`)),
  'visitors.notice.${…}.why': MODES.slice(),
  'visitors.notice.${…}.long': MODES.slice(),
  'visitors.notice.${…}.rights': MODES.slice(),
  'visitors.identity.kinds.${…}': [...IDENTITY_KINDS],
  'visitors.likenesses.signs.${…}': union('app/models/postes/likenesses.ts', 'Sign'),
  'visitors.kinds.${…}': [...VISITOR_KINDS],
  'visitors.fields.${…}': ['familyName', 'givenName', 'email', 'phone', 'address', 'postalCode', 'birthDate', 'notes'],
  'visitors.stays.ended.${…}': REASONS,
  'counter.done.${…}': ['accepted', 'refused'],
  'counter.counts.${…}': ['free', 'running', 'issued', 'reserved', 'down'],
  'counter.postes.${…}': ['suspended', 'cut'],
  'counter.states.${…}': union('app/models/postes/desk_grid.ts', 'PosteState'),
  'counter.session_states.${…}': ['issued', 'running', 'stopped', 'ended'],
  'counter.reasons.${…}': REASONS,
  'counter.causes.${…}': union('app/models/postes/running.ts', 'Cause'),
  'counter.answers.${…}': ['pending', 'accepted', 'refused', 'expired'],
  'counter.sheet.sent.${…}': ['desk', 'station'],
  'counter.events.${…}': choicesOf('postes.poste_session').concat(choicesOf('postes.extension')),
  'counter.actors.${…}': ['user', 'station', 'system'],
  'counter.line.outcomes.${…}': ['served', 'cancelled', 'absent'],
  'postes.refusals.${…}_taken': ['name', 'ip', 'mac'],
  'reservations.states.${…}': [...RESERVATION_STATES],
  'reservations.causes.${…}': union('app/models/postes/reservation/cancelling.ts', 'Cause'),
  'reservations.slots.${…}': ['free', 'closed', 'past'],
  'reservations.refusals.closed_${…}': ['honoured', 'cancelled', 'absent'],
  'station.extension.${…}': ['accepted', 'refused', 'expired'],
  'station.over.${…}': REASONS.filter((reason) => reason !== 'unused'),
  'layout.themes.${…}': choices('app/validators/accounts/user.ts', 'theme: vine.enum'),
  'messaging.deliveries.channel.${…}': [...WAYS_OUT],
  'messaging.deliveries.show.${…}': ['all', ...STATUSES],
  'messaging.deliveries.status.${…}': [...STATUSES],
  'messaging.mails.locales.${…}': [...LANGS],
  'messaging.devices.states.${…}': ['insecure', 'unsupported', 'refused', 'failed', 'on'],
  'messaging.groups.${…}': ['all', ...GROUPS],
  'messaging.kinds.${…}': [...KINDS, 'digest'],
  'messaging.news.${…}': KINDS,
  'messaging.preferences.channels.${…}': [...CHANNELS],
  'messaging.preferences.digest_${…}': ['daily', 'weekly'],
  'messaging.preferences.modes.${…}': KINDS.flatMap((kind) =>
    CHANNELS.flatMap((channel) => modesOf(kind, channel).map((mode) => `${channel}_${mode}`))
  ).concat(['sms_on', 'sms_off']),
  'messaging.preferences.quiet_${…}': ['on', 'off'],
  'messaging.unsubscriptions.done.${…}': EFFECTS,
  'messaging.unsubscriptions.effect.${…}': EFFECTS,
  'messaging.unsubscriptions.press.${…}': EFFECTS,
  'usage.actions.${…}': POSTE_ACTIONS,
  'usage.events.kinds.${…}': POSTE_EVENT_KINDS,
  'usage.events.periods.${…}': Object.keys(PERIODS),
  'usage.figures.${…}.means': TERMS,
  'usage.figures.${…}.name': TERMS,
  'usage.figures.ages.${…}': [...AGES, 'others'],
  'usage.figures.periods.${…}': ['7d', '30d'],
  'usage.reasons.${…}': REASONS,
  'usage.states.${…}': [...STATES],
  'messaging.notifications.show.${…}': choices('app/validators/messaging/filters.ts', 'show: asOneOf'),
}

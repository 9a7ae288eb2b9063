import '@adonisjs/core/types/http'

type ParamValue = string | number | bigint | boolean

export type ScannedRoutes = {
  ALL: {
    'home': { paramsTuple?: []; params?: {} }
    'live': { paramsTuple?: []; params?: {} }
    'manifest': { paramsTuple?: []; params?: {} }
    'accounts.users.create': { paramsTuple?: []; params?: {} }
    'accounts.candidate_sign_ups.create': { paramsTuple?: []; params?: {} }
    'accounts.candidate_sign_ups.store': { paramsTuple?: []; params?: {} }
    'accounts.recruiter_sign_ups.create': { paramsTuple?: []; params?: {} }
    'accounts.recruiter_sign_ups.store': { paramsTuple?: []; params?: {} }
    'accounts.provider_sign_ups.create': { paramsTuple?: []; params?: {} }
    'accounts.provider_sign_ups.store': { paramsTuple?: []; params?: {} }
    'accounts.address_proofs.index': { paramsTuple?: []; params?: {} }
    'accounts.address_proofs.store': { paramsTuple?: []; params?: {} }
    'accounts.sign_ins.create': { paramsTuple?: []; params?: {} }
    'accounts.sign_ins.store': { paramsTuple?: []; params?: {} }
    'accounts.address_proofs.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'accounts.address_proofs.update': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'accounts.resets.create': { paramsTuple?: []; params?: {} }
    'accounts.resets.index': { paramsTuple?: []; params?: {} }
    'accounts.resets.store': { paramsTuple?: []; params?: {} }
    'accounts.resets.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'accounts.resets.update': { paramsTuple?: []; params?: {} }
    'accounts.sign_ins.destroy': { paramsTuple?: []; params?: {} }
    'accounts.preferences.update': { paramsTuple?: []; params?: {} }
    'accounts.accounts.show': { paramsTuple?: []; params?: {} }
    'accounts.profiles.edit': { paramsTuple?: []; params?: {} }
    'accounts.profiles.update': { paramsTuple?: []; params?: {} }
    'accounts.emails.show': { paramsTuple?: []; params?: {} }
    'accounts.email_changes.store': { paramsTuple?: []; params?: {} }
    'accounts.email_changes.destroy': { paramsTuple?: []; params?: {} }
    'accounts.email_verifications.store': { paramsTuple?: []; params?: {} }
    'accounts.passwords.edit': { paramsTuple?: []; params?: {} }
    'accounts.passwords.update': { paramsTuple?: []; params?: {} }
    'accounts.preferences.edit': { paramsTuple?: []; params?: {} }
    'accounts.deletions.show': { paramsTuple?: []; params?: {} }
    'accounts.deletions.store': { paramsTuple?: []; params?: {} }
    'accounts.deletions.destroy': { paramsTuple?: []; params?: {} }
    'accounts.sign_ins.index': { paramsTuple?: []; params?: {} }
    'accounts.other_sign_ins.destroy': { paramsTuple?: []; params?: {} }
    'accounts.sign_in_endings.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.users.index': { paramsTuple?: []; params?: {} }
    'accounts.users.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.roles.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.roles.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'role': ParamValue} }
    'accounts.blocks.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.blocks.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.organisations.index': { paramsTuple?: []; params?: {} }
    'accounts.organisations.create': { paramsTuple?: []; params?: {} }
    'accounts.organisations.store': { paramsTuple?: []; params?: {} }
    'accounts.organisations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.organisations.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.organisations.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.submissions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.memberships.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.memberships.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.own_memberships.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.memberships.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'membership': ParamValue} }
    'accounts.acceptances.store': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'membership': ParamValue} }
    'accounts.membership_refusals.create': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'membership': ParamValue} }
    'accounts.membership_refusals.store': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'membership': ParamValue} }
    'accounts.ownerships.store': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'membership': ParamValue} }
    'accounts.ownerships.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'membership': ParamValue} }
    'accounts.providers.show': { paramsTuple?: []; params?: {} }
    'accounts.providers.store': { paramsTuple?: []; params?: {} }
    'accounts.providers.edit': { paramsTuple?: []; params?: {} }
    'accounts.providers.update': { paramsTuple?: []; params?: {} }
    'accounts.provider_submissions.store': { paramsTuple?: []; params?: {} }
    'accounts.verifiables.index': { paramsTuple: [ParamValue]; params: {'kind': ParamValue} }
    'accounts.verifiables.show': { paramsTuple: [ParamValue,ParamValue]; params: {'kind': ParamValue,'id': ParamValue} }
    'accounts.verifications.store': { paramsTuple: [ParamValue,ParamValue]; params: {'kind': ParamValue,'id': ParamValue} }
    'accounts.refusals.store': { paramsTuple: [ParamValue,ParamValue]; params: {'kind': ParamValue,'id': ParamValue} }
    'accounts.refusals.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'kind': ParamValue,'id': ParamValue} }
    'accounts.suspensions.store': { paramsTuple: [ParamValue,ParamValue]; params: {'kind': ParamValue,'id': ParamValue} }
    'accounts.suspensions.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'kind': ParamValue,'id': ParamValue} }
    'accounts.corrections.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.corrections.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.regions.places': { paramsTuple?: []; params?: {} }
    'accounts.regions.organisations': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.regions.providers': { paramsTuple?: []; params?: {} }
    'accounts.regions.queues': { paramsTuple: [ParamValue]; params: {'kind': ParamValue} }
    'accounts.regions.verifiables': { paramsTuple: [ParamValue,ParamValue]; params: {'kind': ParamValue,'id': ParamValue} }
    'fair.fairs.index': { paramsTuple?: []; params?: {} }
    'fair.fairs.create': { paramsTuple?: []; params?: {} }
    'fair.fairs.store': { paramsTuple?: []; params?: {} }
    'fair.links.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'fair.links.store': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'fair.walls.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.dashboards.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.stand_pauses.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.stand_pauses.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.closures.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue,'interview': ParamValue} }
    'fair.closures.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue,'interview': ParamValue} }
    'fair.fairs.edit': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.fairs.update': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.openings.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.openings.destroy': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.wall_links.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.wall_links.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.controls.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.stands.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.stands.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.stands.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.stands.update': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.stand_links.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.stand_links.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.stand_exports.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.stand_imports.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.stand_imports.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.stand_imports.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.stand_confirmations.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.stand_errors.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.attendee_exports.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.attendees.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.attendees.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.attendees.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.overrides.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.stand_imports.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.regions.walls': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.regions.dashboards': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.regions.controls': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.regions.attendees': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.regions.attendee': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.stand_closures.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.entry_interviews.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue,'entry': ParamValue} }
    'fair.entry_calls.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue,'entry': ParamValue} }
    'fair.absences.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue,'entry': ParamValue} }
    'fair.absences.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue,'entry': ParamValue} }
    'fair.notes.update': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue,'entry': ParamValue} }
    'fair.note_exports.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.announcements.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.announcements.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.announcements.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.entries.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.entries.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.entries.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.ranks.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.ranks.update': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.reinstatements.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.exports.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.exports.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'file': ParamValue} }
    'fair.reports.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.events.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.pauses.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.pauses.destroy': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.releases.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.releases.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.regions.people': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.regions.hours': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.fairs.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.stands.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.guests.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.guest_links.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'token': ParamValue} }
    'fair.guest_links.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'token': ParamValue} }
    'fair.guests.destroy': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.my_attendances.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.my_claims.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.my_entries.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.my_entries.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.my_prolongations.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.my_returns.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.my_readings.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.my_interviews.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.my_pauses.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.my_pauses.destroy': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.regions.my_attendances': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.regions.fairs': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.regions.stand': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.setups.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.archives.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.archives.destroy': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.copies.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.copies.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.stands.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.stands.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.posters.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.posters.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.cards.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.cards.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.papers.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.registrations.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.registrations.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.attendees.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.attendees.update': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.attendee_interviews.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.attendee_links.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.attendee_links.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.attendee_links.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.attendee_imports.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.attendee_imports.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.attendee_imports.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.attendee_confirmations.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.attendee_errors.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.stand_slots.update': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.attendee_imports.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.station.show': { paramsTuple?: []; params?: {} }
    'postes.station.pairings.store': { paramsTuple?: []; params?: {} }
    'postes.station.requests.store': { paramsTuple?: []; params?: {} }
    'postes.station.entries.store': { paramsTuple?: []; params?: {} }
    'postes.station.extensions.store': { paramsTuple?: []; params?: {} }
    'postes.station.messages.store': { paramsTuple?: []; params?: {} }
    'postes.station.messages.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'postes.station.sessions.destroy': { paramsTuple?: []; params?: {} }
    'postes.station.states.show': { paramsTuple?: []; params?: {} }
    'postes.station.outages.store': { paramsTuple?: []; params?: {} }
    'postes.station.heartbeats.store': { paramsTuple?: []; params?: {} }
    'postes.regions.station': { paramsTuple?: []; params?: {} }
    'postes.session_lists.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.session_exports.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.events.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.event_exports.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.usages.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.usage_exports.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.reports.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'month': ParamValue} }
    'postes.visitors.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.visitors.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.guests.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.visitors.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.visitors.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.visitors.update': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.visitors.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.visitor_consents.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.visitor_consents.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.identities.update': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.identities.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.identity_readings.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.merges.create': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.merges.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.visitor_links.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.visitor_links.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.visitor_links.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.visitor_accounts.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.visitor_exports.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.photos.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.photos.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.visitors.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.photos.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.notices.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.claims.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'postes.claims.store': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'postes.my_registrations.index': { paramsTuple?: []; params?: {} }
    'postes.my_registrations.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'postes.my_exports.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'postes.my_claims.show': { paramsTuple?: []; params?: {} }
    'postes.my_claims.store': { paramsTuple?: []; params?: {} }
    'postes.regions.visitors': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.regions.visitor_choices': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.sites.index': { paramsTuple?: []; params?: {} }
    'postes.sites.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.regions.site': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.admin_sites.index': { paramsTuple?: []; params?: {} }
    'postes.admin_sites.create': { paramsTuple?: []; params?: {} }
    'postes.admin_sites.store': { paramsTuple?: []; params?: {} }
    'postes.settings.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.settings.edit': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.settings.update': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.hours.edit': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.hours.update': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.modes.edit': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.modes.update': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.retirements.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.closings.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.closings.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.closings.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.postes.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.poste_exports.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.postes.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.postes.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.postes.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.postes.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.postes.update': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.postes.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.pairings.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.pairings.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.poste_stations.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue,'station': ParamValue} }
    'postes.newcomers.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.newcomers.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.newcomers.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.adoptions.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.regions.pairing': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.regions.newcomers': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.links.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'postes.links.store': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'postes.desks.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.sessions.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.sessions.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.sessions.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.sessions.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.codes.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.code_papers.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue,'format': ParamValue} }
    'postes.starts.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.suspensions.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.suspensions.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.additions.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.placements.update': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.restorations.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.extensions.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.extensions.update': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.messages.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.messages.update': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue,'message': ParamValue} }
    'postes.maintenances.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.maintenances.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.calls.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.tickets.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.tickets.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.tickets.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.tickets.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.ticket_calls.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.ticket_absences.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.ticket_sessions.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.wall_links.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.wall_links.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.walls.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.regions.desk': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.regions.code': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.regions.wall': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.reservations.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.reservations.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.reservation_exports.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.reservations.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.reservations.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.reservations.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.reservations.update': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.reservations.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.reservation_sessions.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.reservation_calls.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.regions.reservations': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.my_reservations.create': { paramsTuple?: []; params?: {} }
    'postes.my_reservations.store': { paramsTuple?: []; params?: {} }
    'postes.my_reservations.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'files.documents.index': { paramsTuple?: []; params?: {} }
    'files.documents.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'files.documents.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'files.documents.store': { paramsTuple?: []; params?: {} }
    'files.documents.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'files.organisation_documents.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'messaging.notifications.index': { paramsTuple?: []; params?: {} }
    'messaging.all_readings.store': { paramsTuple?: []; params?: {} }
    'messaging.readings.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'messaging.preferences.edit': { paramsTuple?: []; params?: {} }
    'messaging.preferences.update': { paramsTuple?: []; params?: {} }
    'messaging.push_subscriptions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'messaging.push_subscriptions.store': { paramsTuple?: []; params?: {} }
    'messaging.news.index': { paramsTuple?: []; params?: {} }
    'messaging.notifications.region': { paramsTuple?: []; params?: {} }
    'messaging.deliveries.index': { paramsTuple?: []; params?: {} }
    'messaging.mails.index': { paramsTuple?: []; params?: {} }
    'messaging.mails.templates.show': { paramsTuple: [ParamValue,ParamValue]; params: {'domain': ParamValue,'name': ParamValue} }
    'messaging.mails.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'messaging.unsubscriptions.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'messaging.unsubscriptions.store': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'monitoring.live': { paramsTuple?: []; params?: {} }
    'monitoring.ready': { paramsTuple?: []; params?: {} }
    'monitoring.legal_pages.mentions': { paramsTuple?: []; params?: {} }
    'monitoring.legal_pages.privacy': { paramsTuple?: []; params?: {} }
    'monitoring.legal_pages.accessibility': { paramsTuple?: []; params?: {} }
    'monitoring.admin.index': { paramsTuple?: []; params?: {} }
    'monitoring.settings.index': { paramsTuple?: []; params?: {} }
    'monitoring.settings.edit': { paramsTuple: [ParamValue]; params: {'group': ParamValue} }
    'monitoring.settings.update': { paramsTuple: [ParamValue]; params: {'group': ParamValue} }
    'monitoring.settings.destroy': { paramsTuple: [ParamValue]; params: {'group': ParamValue} }
    'monitoring.legal_texts.index': { paramsTuple?: []; params?: {} }
    'monitoring.legal_texts.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'legal': ParamValue,'locale': ParamValue} }
    'monitoring.legal_texts.update': { paramsTuple: [ParamValue,ParamValue]; params: {'legal': ParamValue,'locale': ParamValue} }
    'monitoring.legal_previews.store': { paramsTuple: [ParamValue,ParamValue]; params: {'legal': ParamValue,'locale': ParamValue} }
    'monitoring.legal_versions.index': { paramsTuple: [ParamValue,ParamValue]; params: {'legal': ParamValue,'locale': ParamValue} }
    'monitoring.legal_versions.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'legal': ParamValue,'locale': ParamValue,'version': ParamValue} }
    'monitoring.legal_restorations.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'legal': ParamValue,'locale': ParamValue,'version': ParamValue} }
    'monitoring.retentions.show': { paramsTuple?: []; params?: {} }
    'monitoring.tasks.index': { paramsTuple?: []; params?: {} }
    'monitoring.tasks.show': { paramsTuple: [ParamValue]; params: {'task': ParamValue} }
    'monitoring.task_runs.store': { paramsTuple: [ParamValue]; params: {'task': ParamValue} }
    'monitoring.regions.tasks': { paramsTuple?: []; params?: {} }
    'monitoring.regions.task': { paramsTuple: [ParamValue]; params: {'task': ParamValue} }
    'monitoring.first_runs.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'monitoring.first_runs.store': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'dev.components.index': { paramsTuple?: []; params?: {} }
  }
  GET: {
    'home': { paramsTuple?: []; params?: {} }
    'live': { paramsTuple?: []; params?: {} }
    'manifest': { paramsTuple?: []; params?: {} }
    'accounts.users.create': { paramsTuple?: []; params?: {} }
    'accounts.candidate_sign_ups.create': { paramsTuple?: []; params?: {} }
    'accounts.recruiter_sign_ups.create': { paramsTuple?: []; params?: {} }
    'accounts.provider_sign_ups.create': { paramsTuple?: []; params?: {} }
    'accounts.address_proofs.index': { paramsTuple?: []; params?: {} }
    'accounts.sign_ins.create': { paramsTuple?: []; params?: {} }
    'accounts.address_proofs.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'accounts.resets.create': { paramsTuple?: []; params?: {} }
    'accounts.resets.index': { paramsTuple?: []; params?: {} }
    'accounts.resets.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'accounts.accounts.show': { paramsTuple?: []; params?: {} }
    'accounts.profiles.edit': { paramsTuple?: []; params?: {} }
    'accounts.emails.show': { paramsTuple?: []; params?: {} }
    'accounts.passwords.edit': { paramsTuple?: []; params?: {} }
    'accounts.preferences.edit': { paramsTuple?: []; params?: {} }
    'accounts.deletions.show': { paramsTuple?: []; params?: {} }
    'accounts.sign_ins.index': { paramsTuple?: []; params?: {} }
    'accounts.users.index': { paramsTuple?: []; params?: {} }
    'accounts.users.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.organisations.index': { paramsTuple?: []; params?: {} }
    'accounts.organisations.create': { paramsTuple?: []; params?: {} }
    'accounts.organisations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.organisations.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.memberships.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.membership_refusals.create': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'membership': ParamValue} }
    'accounts.providers.show': { paramsTuple?: []; params?: {} }
    'accounts.providers.edit': { paramsTuple?: []; params?: {} }
    'accounts.verifiables.index': { paramsTuple: [ParamValue]; params: {'kind': ParamValue} }
    'accounts.verifiables.show': { paramsTuple: [ParamValue,ParamValue]; params: {'kind': ParamValue,'id': ParamValue} }
    'accounts.corrections.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.regions.places': { paramsTuple?: []; params?: {} }
    'accounts.regions.organisations': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.regions.providers': { paramsTuple?: []; params?: {} }
    'accounts.regions.queues': { paramsTuple: [ParamValue]; params: {'kind': ParamValue} }
    'accounts.regions.verifiables': { paramsTuple: [ParamValue,ParamValue]; params: {'kind': ParamValue,'id': ParamValue} }
    'fair.fairs.index': { paramsTuple?: []; params?: {} }
    'fair.fairs.create': { paramsTuple?: []; params?: {} }
    'fair.links.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'fair.walls.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.dashboards.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.fairs.edit': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.wall_links.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.controls.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.stands.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.stands.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.stand_links.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.stand_exports.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.stand_imports.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.stand_imports.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.stand_errors.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.attendee_exports.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.attendees.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.attendees.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.regions.walls': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.regions.dashboards': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.regions.controls': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.regions.attendees': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.regions.attendee': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.note_exports.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.announcements.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.entries.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.ranks.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.exports.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.exports.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'file': ParamValue} }
    'fair.reports.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.events.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.releases.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.regions.people': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.regions.hours': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.fairs.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.stands.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.guest_links.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'token': ParamValue} }
    'fair.my_attendances.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.regions.my_attendances': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.regions.fairs': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.regions.stand': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.setups.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.copies.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.stands.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.posters.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.posters.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.cards.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.cards.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.papers.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.registrations.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.attendees.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.attendee_links.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.attendee_imports.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.attendee_imports.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.attendee_errors.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.station.show': { paramsTuple?: []; params?: {} }
    'postes.station.states.show': { paramsTuple?: []; params?: {} }
    'postes.regions.station': { paramsTuple?: []; params?: {} }
    'postes.session_lists.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.session_exports.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.events.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.event_exports.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.usages.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.usage_exports.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.reports.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'month': ParamValue} }
    'postes.visitors.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.visitors.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.visitors.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.visitors.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.merges.create': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.visitor_links.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.visitor_exports.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.photos.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.notices.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.claims.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'postes.my_registrations.index': { paramsTuple?: []; params?: {} }
    'postes.my_exports.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'postes.my_claims.show': { paramsTuple?: []; params?: {} }
    'postes.regions.visitors': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.regions.visitor_choices': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.sites.index': { paramsTuple?: []; params?: {} }
    'postes.sites.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.regions.site': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.admin_sites.index': { paramsTuple?: []; params?: {} }
    'postes.admin_sites.create': { paramsTuple?: []; params?: {} }
    'postes.settings.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.settings.edit': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.hours.edit': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.modes.edit': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.closings.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.postes.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.poste_exports.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.postes.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.postes.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.postes.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.pairings.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.newcomers.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.newcomers.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.regions.pairing': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.regions.newcomers': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.links.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'postes.desks.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.sessions.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.sessions.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.codes.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.code_papers.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue,'format': ParamValue} }
    'postes.extensions.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.tickets.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.tickets.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.wall_links.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.walls.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.regions.desk': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.regions.code': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.regions.wall': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.reservations.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.reservations.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.reservation_exports.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.reservations.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.reservations.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.regions.reservations': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.my_reservations.create': { paramsTuple?: []; params?: {} }
    'files.documents.index': { paramsTuple?: []; params?: {} }
    'files.documents.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'messaging.notifications.index': { paramsTuple?: []; params?: {} }
    'messaging.preferences.edit': { paramsTuple?: []; params?: {} }
    'messaging.news.index': { paramsTuple?: []; params?: {} }
    'messaging.notifications.region': { paramsTuple?: []; params?: {} }
    'messaging.deliveries.index': { paramsTuple?: []; params?: {} }
    'messaging.mails.index': { paramsTuple?: []; params?: {} }
    'messaging.mails.templates.show': { paramsTuple: [ParamValue,ParamValue]; params: {'domain': ParamValue,'name': ParamValue} }
    'messaging.mails.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'messaging.unsubscriptions.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'monitoring.live': { paramsTuple?: []; params?: {} }
    'monitoring.ready': { paramsTuple?: []; params?: {} }
    'monitoring.legal_pages.mentions': { paramsTuple?: []; params?: {} }
    'monitoring.legal_pages.privacy': { paramsTuple?: []; params?: {} }
    'monitoring.legal_pages.accessibility': { paramsTuple?: []; params?: {} }
    'monitoring.admin.index': { paramsTuple?: []; params?: {} }
    'monitoring.settings.index': { paramsTuple?: []; params?: {} }
    'monitoring.settings.edit': { paramsTuple: [ParamValue]; params: {'group': ParamValue} }
    'monitoring.legal_texts.index': { paramsTuple?: []; params?: {} }
    'monitoring.legal_texts.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'legal': ParamValue,'locale': ParamValue} }
    'monitoring.legal_versions.index': { paramsTuple: [ParamValue,ParamValue]; params: {'legal': ParamValue,'locale': ParamValue} }
    'monitoring.legal_versions.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'legal': ParamValue,'locale': ParamValue,'version': ParamValue} }
    'monitoring.retentions.show': { paramsTuple?: []; params?: {} }
    'monitoring.tasks.index': { paramsTuple?: []; params?: {} }
    'monitoring.tasks.show': { paramsTuple: [ParamValue]; params: {'task': ParamValue} }
    'monitoring.regions.tasks': { paramsTuple?: []; params?: {} }
    'monitoring.regions.task': { paramsTuple: [ParamValue]; params: {'task': ParamValue} }
    'monitoring.first_runs.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'dev.components.index': { paramsTuple?: []; params?: {} }
  }
  HEAD: {
    'home': { paramsTuple?: []; params?: {} }
    'live': { paramsTuple?: []; params?: {} }
    'manifest': { paramsTuple?: []; params?: {} }
    'accounts.users.create': { paramsTuple?: []; params?: {} }
    'accounts.candidate_sign_ups.create': { paramsTuple?: []; params?: {} }
    'accounts.recruiter_sign_ups.create': { paramsTuple?: []; params?: {} }
    'accounts.provider_sign_ups.create': { paramsTuple?: []; params?: {} }
    'accounts.address_proofs.index': { paramsTuple?: []; params?: {} }
    'accounts.sign_ins.create': { paramsTuple?: []; params?: {} }
    'accounts.address_proofs.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'accounts.resets.create': { paramsTuple?: []; params?: {} }
    'accounts.resets.index': { paramsTuple?: []; params?: {} }
    'accounts.resets.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'accounts.accounts.show': { paramsTuple?: []; params?: {} }
    'accounts.profiles.edit': { paramsTuple?: []; params?: {} }
    'accounts.emails.show': { paramsTuple?: []; params?: {} }
    'accounts.passwords.edit': { paramsTuple?: []; params?: {} }
    'accounts.preferences.edit': { paramsTuple?: []; params?: {} }
    'accounts.deletions.show': { paramsTuple?: []; params?: {} }
    'accounts.sign_ins.index': { paramsTuple?: []; params?: {} }
    'accounts.users.index': { paramsTuple?: []; params?: {} }
    'accounts.users.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.organisations.index': { paramsTuple?: []; params?: {} }
    'accounts.organisations.create': { paramsTuple?: []; params?: {} }
    'accounts.organisations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.organisations.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.memberships.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.membership_refusals.create': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'membership': ParamValue} }
    'accounts.providers.show': { paramsTuple?: []; params?: {} }
    'accounts.providers.edit': { paramsTuple?: []; params?: {} }
    'accounts.verifiables.index': { paramsTuple: [ParamValue]; params: {'kind': ParamValue} }
    'accounts.verifiables.show': { paramsTuple: [ParamValue,ParamValue]; params: {'kind': ParamValue,'id': ParamValue} }
    'accounts.corrections.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.regions.places': { paramsTuple?: []; params?: {} }
    'accounts.regions.organisations': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.regions.providers': { paramsTuple?: []; params?: {} }
    'accounts.regions.queues': { paramsTuple: [ParamValue]; params: {'kind': ParamValue} }
    'accounts.regions.verifiables': { paramsTuple: [ParamValue,ParamValue]; params: {'kind': ParamValue,'id': ParamValue} }
    'fair.fairs.index': { paramsTuple?: []; params?: {} }
    'fair.fairs.create': { paramsTuple?: []; params?: {} }
    'fair.links.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'fair.walls.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.dashboards.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.fairs.edit': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.wall_links.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.controls.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.stands.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.stands.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.stand_links.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.stand_exports.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.stand_imports.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.stand_imports.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.stand_errors.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.attendee_exports.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.attendees.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.attendees.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.regions.walls': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.regions.dashboards': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.regions.controls': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.regions.attendees': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.regions.attendee': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.note_exports.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.announcements.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.entries.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.ranks.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.exports.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.exports.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'file': ParamValue} }
    'fair.reports.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.events.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.releases.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.regions.people': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.regions.hours': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.fairs.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.stands.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.guest_links.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'token': ParamValue} }
    'fair.my_attendances.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.regions.my_attendances': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.regions.fairs': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.regions.stand': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.setups.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.copies.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.stands.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.posters.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.posters.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.cards.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.cards.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.papers.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.registrations.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.attendees.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.attendee_links.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.attendee_imports.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.attendee_imports.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.attendee_errors.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.station.show': { paramsTuple?: []; params?: {} }
    'postes.station.states.show': { paramsTuple?: []; params?: {} }
    'postes.regions.station': { paramsTuple?: []; params?: {} }
    'postes.session_lists.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.session_exports.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.events.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.event_exports.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.usages.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.usage_exports.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.reports.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'month': ParamValue} }
    'postes.visitors.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.visitors.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.visitors.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.visitors.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.merges.create': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.visitor_links.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.visitor_exports.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.photos.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.notices.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.claims.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'postes.my_registrations.index': { paramsTuple?: []; params?: {} }
    'postes.my_exports.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'postes.my_claims.show': { paramsTuple?: []; params?: {} }
    'postes.regions.visitors': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.regions.visitor_choices': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.sites.index': { paramsTuple?: []; params?: {} }
    'postes.sites.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.regions.site': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.admin_sites.index': { paramsTuple?: []; params?: {} }
    'postes.admin_sites.create': { paramsTuple?: []; params?: {} }
    'postes.settings.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.settings.edit': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.hours.edit': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.modes.edit': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.closings.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.postes.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.poste_exports.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.postes.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.postes.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.postes.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.pairings.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.newcomers.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.newcomers.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.regions.pairing': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.regions.newcomers': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.links.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'postes.desks.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.sessions.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.sessions.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.codes.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.code_papers.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue,'format': ParamValue} }
    'postes.extensions.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.tickets.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.tickets.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.wall_links.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.walls.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.regions.desk': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.regions.code': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.regions.wall': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.reservations.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.reservations.create': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.reservation_exports.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.reservations.show': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.reservations.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.regions.reservations': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.my_reservations.create': { paramsTuple?: []; params?: {} }
    'files.documents.index': { paramsTuple?: []; params?: {} }
    'files.documents.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'messaging.notifications.index': { paramsTuple?: []; params?: {} }
    'messaging.preferences.edit': { paramsTuple?: []; params?: {} }
    'messaging.news.index': { paramsTuple?: []; params?: {} }
    'messaging.notifications.region': { paramsTuple?: []; params?: {} }
    'messaging.deliveries.index': { paramsTuple?: []; params?: {} }
    'messaging.mails.index': { paramsTuple?: []; params?: {} }
    'messaging.mails.templates.show': { paramsTuple: [ParamValue,ParamValue]; params: {'domain': ParamValue,'name': ParamValue} }
    'messaging.mails.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'messaging.unsubscriptions.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'monitoring.live': { paramsTuple?: []; params?: {} }
    'monitoring.ready': { paramsTuple?: []; params?: {} }
    'monitoring.legal_pages.mentions': { paramsTuple?: []; params?: {} }
    'monitoring.legal_pages.privacy': { paramsTuple?: []; params?: {} }
    'monitoring.legal_pages.accessibility': { paramsTuple?: []; params?: {} }
    'monitoring.admin.index': { paramsTuple?: []; params?: {} }
    'monitoring.settings.index': { paramsTuple?: []; params?: {} }
    'monitoring.settings.edit': { paramsTuple: [ParamValue]; params: {'group': ParamValue} }
    'monitoring.legal_texts.index': { paramsTuple?: []; params?: {} }
    'monitoring.legal_texts.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'legal': ParamValue,'locale': ParamValue} }
    'monitoring.legal_versions.index': { paramsTuple: [ParamValue,ParamValue]; params: {'legal': ParamValue,'locale': ParamValue} }
    'monitoring.legal_versions.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'legal': ParamValue,'locale': ParamValue,'version': ParamValue} }
    'monitoring.retentions.show': { paramsTuple?: []; params?: {} }
    'monitoring.tasks.index': { paramsTuple?: []; params?: {} }
    'monitoring.tasks.show': { paramsTuple: [ParamValue]; params: {'task': ParamValue} }
    'monitoring.regions.tasks': { paramsTuple?: []; params?: {} }
    'monitoring.regions.task': { paramsTuple: [ParamValue]; params: {'task': ParamValue} }
    'monitoring.first_runs.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'dev.components.index': { paramsTuple?: []; params?: {} }
  }
  POST: {
    'accounts.candidate_sign_ups.store': { paramsTuple?: []; params?: {} }
    'accounts.recruiter_sign_ups.store': { paramsTuple?: []; params?: {} }
    'accounts.provider_sign_ups.store': { paramsTuple?: []; params?: {} }
    'accounts.address_proofs.store': { paramsTuple?: []; params?: {} }
    'accounts.sign_ins.store': { paramsTuple?: []; params?: {} }
    'accounts.resets.store': { paramsTuple?: []; params?: {} }
    'accounts.email_changes.store': { paramsTuple?: []; params?: {} }
    'accounts.email_verifications.store': { paramsTuple?: []; params?: {} }
    'accounts.deletions.store': { paramsTuple?: []; params?: {} }
    'accounts.sign_in_endings.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.roles.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.blocks.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.organisations.store': { paramsTuple?: []; params?: {} }
    'accounts.submissions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.memberships.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.acceptances.store': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'membership': ParamValue} }
    'accounts.membership_refusals.store': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'membership': ParamValue} }
    'accounts.ownerships.store': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'membership': ParamValue} }
    'accounts.providers.store': { paramsTuple?: []; params?: {} }
    'accounts.provider_submissions.store': { paramsTuple?: []; params?: {} }
    'accounts.verifications.store': { paramsTuple: [ParamValue,ParamValue]; params: {'kind': ParamValue,'id': ParamValue} }
    'accounts.refusals.store': { paramsTuple: [ParamValue,ParamValue]; params: {'kind': ParamValue,'id': ParamValue} }
    'accounts.suspensions.store': { paramsTuple: [ParamValue,ParamValue]; params: {'kind': ParamValue,'id': ParamValue} }
    'fair.fairs.store': { paramsTuple?: []; params?: {} }
    'fair.links.store': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'fair.stand_pauses.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.closures.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue,'interview': ParamValue} }
    'fair.openings.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.wall_links.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.stands.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.stand_links.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.stand_confirmations.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.attendees.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.overrides.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.stand_imports.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.stand_closures.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.entry_interviews.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue,'entry': ParamValue} }
    'fair.entry_calls.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue,'entry': ParamValue} }
    'fair.absences.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue,'entry': ParamValue} }
    'fair.announcements.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.entries.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.reinstatements.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.pauses.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.releases.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.guests.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.guest_links.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'token': ParamValue} }
    'fair.my_claims.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.my_entries.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.my_prolongations.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.my_returns.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.my_readings.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.my_interviews.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.my_pauses.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.archives.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.copies.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.registrations.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.attendee_interviews.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.attendee_links.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.attendee_confirmations.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.attendee_imports.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.station.pairings.store': { paramsTuple?: []; params?: {} }
    'postes.station.requests.store': { paramsTuple?: []; params?: {} }
    'postes.station.entries.store': { paramsTuple?: []; params?: {} }
    'postes.station.extensions.store': { paramsTuple?: []; params?: {} }
    'postes.station.messages.store': { paramsTuple?: []; params?: {} }
    'postes.station.outages.store': { paramsTuple?: []; params?: {} }
    'postes.station.heartbeats.store': { paramsTuple?: []; params?: {} }
    'postes.guests.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.visitor_consents.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.identity_readings.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.merges.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.visitor_links.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.visitors.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.photos.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.claims.store': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'postes.my_claims.store': { paramsTuple?: []; params?: {} }
    'postes.admin_sites.store': { paramsTuple?: []; params?: {} }
    'postes.retirements.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.closings.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.postes.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.pairings.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.adoptions.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.links.store': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'postes.sessions.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.starts.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.suspensions.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.additions.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.restorations.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.messages.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.maintenances.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.calls.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.tickets.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.ticket_calls.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.ticket_absences.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.ticket_sessions.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.wall_links.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.reservations.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.reservation_sessions.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.reservation_calls.store': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.my_reservations.store': { paramsTuple?: []; params?: {} }
    'files.documents.store': { paramsTuple?: []; params?: {} }
    'files.organisation_documents.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'messaging.all_readings.store': { paramsTuple?: []; params?: {} }
    'messaging.readings.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'messaging.push_subscriptions.store': { paramsTuple?: []; params?: {} }
    'messaging.unsubscriptions.store': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'monitoring.legal_previews.store': { paramsTuple: [ParamValue,ParamValue]; params: {'legal': ParamValue,'locale': ParamValue} }
    'monitoring.legal_restorations.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'legal': ParamValue,'locale': ParamValue,'version': ParamValue} }
    'monitoring.task_runs.store': { paramsTuple: [ParamValue]; params: {'task': ParamValue} }
    'monitoring.first_runs.store': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
  }
  PUT: {
    'accounts.address_proofs.update': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'accounts.resets.update': { paramsTuple?: []; params?: {} }
    'accounts.preferences.update': { paramsTuple?: []; params?: {} }
    'accounts.profiles.update': { paramsTuple?: []; params?: {} }
    'accounts.passwords.update': { paramsTuple?: []; params?: {} }
    'accounts.organisations.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.providers.update': { paramsTuple?: []; params?: {} }
    'accounts.corrections.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'fair.fairs.update': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.stands.update': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.notes.update': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue,'entry': ParamValue} }
    'fair.ranks.update': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.attendees.update': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.stand_slots.update': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.station.messages.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'postes.visitors.update': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.identities.update': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.settings.update': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.hours.update': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.modes.update': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'postes.postes.update': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.placements.update': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.extensions.update': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.messages.update': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue,'message': ParamValue} }
    'postes.reservations.update': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'files.documents.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'messaging.preferences.update': { paramsTuple?: []; params?: {} }
    'monitoring.settings.update': { paramsTuple: [ParamValue]; params: {'group': ParamValue} }
    'monitoring.legal_texts.update': { paramsTuple: [ParamValue,ParamValue]; params: {'legal': ParamValue,'locale': ParamValue} }
  }
  DELETE: {
    'accounts.sign_ins.destroy': { paramsTuple?: []; params?: {} }
    'accounts.email_changes.destroy': { paramsTuple?: []; params?: {} }
    'accounts.deletions.destroy': { paramsTuple?: []; params?: {} }
    'accounts.other_sign_ins.destroy': { paramsTuple?: []; params?: {} }
    'accounts.roles.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'role': ParamValue} }
    'accounts.blocks.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.own_memberships.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.memberships.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'membership': ParamValue} }
    'accounts.ownerships.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'membership': ParamValue} }
    'accounts.refusals.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'kind': ParamValue,'id': ParamValue} }
    'accounts.suspensions.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'kind': ParamValue,'id': ParamValue} }
    'fair.stand_pauses.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.closures.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue,'interview': ParamValue} }
    'fair.openings.destroy': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.stand_imports.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.absences.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue,'entry': ParamValue} }
    'fair.announcements.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.entries.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.pauses.destroy': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.guests.destroy': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.my_entries.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.my_pauses.destroy': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.archives.destroy': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'fair.stands.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.attendee_links.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'fair.attendee_imports.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.station.sessions.destroy': { paramsTuple?: []; params?: {} }
    'postes.visitors.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.visitor_consents.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.identities.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.visitor_links.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.visitor_accounts.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.photos.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.my_registrations.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'postes.closings.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.postes.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.poste_stations.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue,'station': ParamValue} }
    'postes.newcomers.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.sessions.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.suspensions.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.maintenances.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.tickets.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.reservations.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'postes.my_reservations.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'files.documents.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'messaging.push_subscriptions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'monitoring.settings.destroy': { paramsTuple: [ParamValue]; params: {'group': ParamValue} }
  }
}
declare module '@adonisjs/core/types/http' {
  export interface RoutesList extends ScannedRoutes {}
}
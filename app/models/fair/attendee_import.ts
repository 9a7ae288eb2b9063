import type Fair from '#models/fair/fair'
import type { Registration } from '#models/fair/fair/registering'
import { holdPeople, keysOfAttendees } from '#models/fair/known_attendees'
import type { ImportKind } from '#models/files/import_kind'

/** People without an account, from a list of the organiser's. Each is known by their address, else by their name. */
export function attendeeImport(fair: Fair): ImportKind<Registration> {
  return {
    name: 'attendees',
    fairId: fair.id,
    lock: (trx) => holdPeople(trx, fair.id),
    keys: (trx, values) => keysOfAttendees(trx, fair.id, values),
    add: (people, act) => fair.registerAll(people, act),
  }
}

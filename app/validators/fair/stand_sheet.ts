import type { StandValues } from '#models/fair/stand/configuring'
import type { Sheet } from '#services/csv/sheet'
import { standValidator } from '#validators/fair/stand'

export type StandCells = Pick<StandValues, 'name' | 'slots' | 'queueLimit' | 'organisation' | 'place'>

/** A file of stands: a name is enough, as it is in the form. @param slots what an empty cell means */
export function standSheetOf(slots: number): Sheet<StandCells> {
  return {
    columns: [
      { name: 'name', title: 'fair.stands.name', aliases: ['stand', 'nom', 'name', 'société'], required: true },
      {
        name: 'slots',
        title: 'fair.stands.slots_label',
        hint: 'setup.stands.slots_hint',
        aliases: ['créneaux', 'places', 'slots'],
        number: true,
      },
      { name: 'queueLimit', title: 'fair.stands.limit_label', hint: 'fair.imports.limit_hint', aliases: ['limite', 'limit'], number: true },
      { name: 'place', title: 'setup.stands.place', hint: 'setup.stands.place_hint', aliases: ['place', 'lieu', 'allée'] },
      { name: 'organisation', title: 'setup.stands.organisation', hint: 'setup.stands.organisation_hint', aliases: ['organization'] },
    ],
    validate: (cells) => standValidator.validate({ ...cells, slots: cells.slots ?? String(slots) }),
    most: 500,
  }
}

/** Where no fair says what an empty cell means. */
export const standSheet = standSheetOf(1)

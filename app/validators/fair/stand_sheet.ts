import type { StandValues } from '#models/fair/stand/configuring'
import type { Sheet } from '#services/csv/sheet'
import { standValidator } from '#validators/fair/stand'

/** A file of stands: a name is enough, as it is in the form. */
export const standSheet: Sheet<StandValues> = {
  columns: [
    { name: 'name', title: 'fair.stands.name', aliases: ['stand', 'nom', 'name', 'société', 'organisation'], required: true },
    { name: 'slots', title: 'fair.stands.slots_label', hint: 'fair.imports.slots_hint', aliases: ['créneaux', 'places'], number: true },
    { name: 'queueLimit', title: 'fair.stands.limit_label', hint: 'fair.imports.limit_hint', aliases: ['limite', 'limit'], number: true },
  ],
  validate: (cells) => standValidator.validate({ ...cells, slots: cells.slots ?? '1' }),
  most: 500,
}

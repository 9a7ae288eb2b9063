import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type Attendee from '#models/fair/attendee'
import { type Outlook, outlookOf } from '#models/fair/outlook'

export function Seeing<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    async outlook(this: Attendee): Promise<Outlook> {
      return (await outlookOf({ id: this.id }))!
    }
  }
}

import { StepSchema } from '#database/schema'
import db from '@adonisjs/lucid/services/db'
import type { Status, Verifiable } from '#models/accounts/verifying'

export interface StepLine {
  id: number
  status: Status
  reason: string | null
  at: Date
  /** whoever took it; null for the system, and for somebody who has gone */
  name: string | null
  /** it was not the organisation's own people, or the provider, but somebody who decides */
  decided: boolean
}

/** Whether somebody who asks belongs there: a moderator who puts a refused one back asks for nobody. */
const theirs: Record<string, string> = {
  organisation:
    'exists (select from memberships m where m.organisation_id = s.organisation_id and m.user_id = u.id and m.accepted_at is not null)',
  provider: 'exists (select from providers p where p.id = s.provider_id and p.user_id = u.id)',
}

/** One change of a pipeline's status, with who, when and why. */
export default class Step extends StepSchema {
  /** The newest first. */
  static async of({ auditObject: { type, id } }: Pick<Verifiable, 'auditObject'>): Promise<StepLine[]> {
    return db
      .from('steps as s')
      .joinRaw(`left join users u on s.taken_by = 'user:' || u.id`)
      .where(`s.${type}_id`, id)
      .orderBy('s.id', 'desc')
      .select('s.id', 's.status', 's.reason', 's.taken_at as at')
      .select(db.raw(`u.given_name || ' ' || u.family_name as name, not (s.status = 'pending' and ${theirs[type]}) as decided`))
  }
}

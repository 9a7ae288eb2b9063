import db from '@adonisjs/lucid/services/db'

/** The fairs that go on now, the last opened first. */
const open = () =>
  db
    .from('fairs')
    .join('fair_openings', (join) => void join.on('fair_openings.fair_id', 'fairs.id').andOnNull('fair_openings.ended_at'))
    .orderBy('fair_openings.started_at', 'desc')
    .select('fairs.slug')

/** The fair that goes on now and that somebody attends: its address. */
export async function attendedNow(userId: number): Promise<string | null> {
  const fair = await open().join('attendees', 'attendees.fair_id', 'fairs.id').where('attendees.user_id', userId).first()
  return fair && `/salon/${fair.slug}/my`
}

/** The fair that goes on now and that somebody organises. @param fairs those of their right; null is all */
export async function organisedNow(fairs: number[] | null): Promise<string | null> {
  const query = open()
  if (fairs) query.whereIn('fairs.id', fairs)
  const fair = await query.first()
  return fair && `/salon/${fair.slug}/control`
}

import db from '@adonisjs/lucid/services/db'

/** Removes what has expired and says nothing to anybody any more: sessions and rate limits. */
export async function sweep() {
  await db.from('sessions').where('expires_at', '<', new Date()).delete()
  await db.from('rate_limits').where('expire', '<', Date.now()).delete()
}

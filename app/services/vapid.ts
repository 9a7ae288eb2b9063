import encryption from '@adonisjs/core/services/encryption'
import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import webPush from 'web-push'
import { Remembered } from '#services/remembered'

export interface VapidKeys {
  publicKey: string
  privateKey: string
}

const keys = new Remembered<VapidKeys | null>('vapid_keys', null, readKeys)

/** The pair with which this installation introduces itself to push services; null until it has been drawn. */
export function vapidKeys() {
  return keys.value
}

/**
 * Draws the pair at the first start: in the database, so that every process on every machine has the same. When the key
 * that encrypts it is lost, so is the pair, and with it every subscription that was made for it.
 */
export async function prepareVapidKeys() {
  await db.transaction(async (trx) => {
    await trx.knexRawQuery('lock table vapid_keys in exclusive mode')
    const row = await trx.from('vapid_keys').first()
    if (row && encryption.decrypt(row.private_key_encrypted)) return
    if (row) {
      logger.warn('APP_KEY has changed: the keys of web push are drawn again, and people must subscribe again')
      await trx.from('push_subscriptions').delete()
      await trx.from('vapid_keys').delete()
    }
    const { publicKey, privateKey } = webPush.generateVAPIDKeys()
    await trx
      .insertQuery()
      .table('vapid_keys')
      .insert({ public_key: publicKey, private_key_encrypted: encryption.encrypt(privateKey), created_at: new Date() })
  })
  await keys.refresh()
}

async function readKeys(): Promise<VapidKeys | null> {
  const row = await db.from('vapid_keys').first()
  const privateKey = row && encryption.decrypt<string>(row.private_key_encrypted)
  return privateKey ? { publicKey: row.public_key, privateKey } : null
}

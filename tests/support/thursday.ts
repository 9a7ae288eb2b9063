import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { aSite, atDesk, issued, running } from '#database/factories/postes/sites'
import { meetDeadlines } from '#models/postes/deadlines'

export const zone = 'Europe/Paris'
/** A Thursday. */
export const at = (clock: string, day = '2030-05-02') => DateTime.fromISO(`${day}T${clock}`, { zone })
export const by = (clock: string, day?: string) => atDesk(at(clock, day))
export const EVENING = at('22:00')

export const HOURS = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, opensAt: '09:00', closesAt: '12:00' },
  { weekday, opensAt: '14:00', closesAt: '18:00' },
])

/** Open seven hours, two postes of which one was an hour in maintenance: 13 hours to use. */
export async function aThursday(mode: 'anonymous' | 'identified' = 'anonymous') {
  const site = await aSite({ mode }, HOURS)
  const one = await site.addPoste({ name: 'Un' }, by('08:00'))
  const two = await site.addPoste({ name: 'Deux' }, by('08:00'))
  await two.maintain('Écran', by('13:30'))
  await two.endMaintenance(by('15:00'))
  const first = await running(site, one, 60, by('09:00'))
  await first.askForTime(15, by('09:05'))
  await first.answerExtension((await db.from('extensions').orderBy('id', 'desc').first()).id, true, by('09:06'))
  await first.suspend(by('09:20'))
  await first.resume(by('09:40'))
  await first.askForTime(10, by('09:41'))
  await first.answerExtension((await db.from('extensions').orderBy('id', 'desc').first()).id, false, by('09:42'))
  await first.end('visitor', by('10:00'))
  const second = await running(site, two, 60, by('11:30'))
  await meetDeadlines(by('12:30'))
  await issued(site, one, 30, by('16:00'))
  await meetDeadlines(by('18:00'))
  const taken = await issued(site, one, 30, by('18:10'))
  await taken.end('desk', by('18:11'))
  return { site, one, two, first, second }
}

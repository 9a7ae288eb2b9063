import { appUrl } from '#config/app'
import { mailsAreShown } from '#config/deliveries'
import { hasSmtp } from '#config/mail'
import { DateTime } from 'luxon'
import env from '#start/env'
import { firstRunPath } from '#models/accounts/first_run'
import { SYSTEM } from '#models/mixins/act'
import { demoDoors } from '#services/demo'

/** What the person who started it needs next, on the console. */
export async function greet() {
  const lines = [
    '',
    `Tremplin is running on ${appUrl}`,
    ...aboutMails(),
    ...(await firstRun()),
    ...(env.get('DEMO') ? await demonstration() : []),
    '',
  ]
  console.log(lines.join('\n'))
}

/** While nobody administers: the page that makes the first administrator, for whoever reads this. */
async function firstRun() {
  const path = await firstRunPath({ by: SYSTEM, at: DateTime.now() })
  return path ? ['', `Nobody administers it yet. Create the first account: ${new URL(path, appUrl)}`] : []
}

function aboutMails() {
  if (mailsAreShown) return [`What it sends can be read on ${new URL('/dev/mails', appUrl)}`]
  return hasSmtp ? [] : ['No mail server is set (SMTP_URL): mails wait, so nobody can prove an address or choose a new password.']
}

async function demonstration() {
  const doors = await demoDoors()
  if (!doors) return []
  const { accounts, fair, stand, link, wall, site, queueWall } = doors
  const width = Math.max(...accounts.map(({ email }) => email.length))
  return [
    '',
    'Demonstration accounts, with passwords drawn for this installation:',
    ...accounts.map(({ email, password, role }) => `  ${email.padEnd(width)}  ${password}  ${role}`),
    ...(fair
      ? ['', `The fair:              ${new URL(fair.path, appUrl)}`, `Its control room:      ${new URL(`${fair.path}/control`, appUrl)}`]
      : []),
    ...(wall?.path ? [`The screen in its hall: ${new URL(wall.path, appUrl)}`] : []),
    ...(fair && stand ? [`Its first poster leads to: ${new URL(`${fair.path}/stands/${stand.id}`, appUrl)}`] : []),
    ...(stand && link?.path ? [`Stand “${stand.name}”: ${new URL(link.path, appUrl)}`] : []),
    ...(site ? ['', `The public computers:  ${new URL(`${site.path}/desk`, appUrl)}`] : []),
    ...(queueWall?.path ? [`Their call screen:     ${new URL(queueWall.path, appUrl)}`] : []),
    ...(site ? [`The screen of one:     ${new URL('/station', appUrl)} (the page of each of them gives the code to pair it)`] : []),
    '',
    'Press Ctrl+C to stop.',
  ]
}

import { appUrl } from '#config/app'
import { mailsAreShown } from '#config/deliveries'
import { hasSmtp } from '#config/mail'
import env from '#start/env'
import { demoDoors } from '#services/demo'

/** What the person who started it needs next, on the console. */
export async function greet() {
  const lines = ['', `Tremplin is running on ${appUrl}`, ...aboutMails(), ...(env.get('DEMO') ? await demonstration() : []), '']
  console.log(lines.join('\n'))
}

function aboutMails() {
  if (mailsAreShown) return [`What it sends can be read on ${new URL('/dev/mails', appUrl)}`]
  return hasSmtp ? [] : ['No mail server is set (SMTP_URL): mails wait, so nobody can prove an address or choose a new password.']
}

async function demonstration() {
  const doors = await demoDoors()
  if (!doors) return []
  const { accounts, fair, stand, link } = doors
  const width = Math.max(...accounts.map(({ email }) => email.length))
  return [
    '',
    'Demonstration accounts, with passwords drawn for this installation:',
    ...accounts.map(({ email, password, role }) => `  ${email.padEnd(width)}  ${password}  ${role}`),
    ...(fair
      ? ['', `The fair:              ${new URL(fair.path, appUrl)}`, `Its control room:      ${new URL(`${fair.path}/control`, appUrl)}`]
      : []),
    ...(stand && link?.path ? [`Stand “${stand.name}”: ${new URL(link.path, appUrl)}`] : []),
    '',
    'Press Ctrl+C to stop.',
  ]
}

import { appUrl } from '#config/app'
import env from '#start/env'
import { demoDoors } from '#services/demo'

/** What the person who started it needs next, on the console. */
export async function greet() {
  const lines = ['', `Tremplin is running on ${appUrl}`, ...(env.get('DEMO') ? await demonstration() : []), '']
  console.log(lines.join('\n'))
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

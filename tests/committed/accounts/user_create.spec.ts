import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import User from '#models/accounts/user'

/** The command as an administrator types it, in a process of its own. */
function ace(typed: string, ...args: string[]) {
  const command = spawn(process.execPath, ['--import=@poppinss/ts-exec', 'bin/console.ts', 'user:create', ...args], {
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  })
  let said = ''
  command.stdout.on('data', (chunk) => (said += chunk))
  command.stderr.on('data', (chunk) => (said += chunk))
  command.stdin.end(typed)
  return new Promise<{ code: number | null; said: string }>((resolve) => command.on('close', (code) => resolve({ code, said })))
}

test.group('node ace user:create, from a shell', () => {
  test('reads the password from its input, and ends', async ({ assert }) => {
    const email = `${randomUUID()}@example.org`
    const [made, refused] = await Promise.all([
      ace('un cheval de bataille\r\n', `--email=${email}`, '--role=organiser'),
      ace('court\n', `--email=x${email}`, '--role=organiser'),
    ])
    assert.equal(made.code, 0, made.said)
    assert.equal(refused.code, 1, refused.said)
    assert.equal((await User.recognise(email, 'un cheval de bataille'))?.email, email)
    assert.isNull(await User.byEmail(`x${email}`).first())
  })
})

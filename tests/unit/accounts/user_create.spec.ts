import { Readable } from 'node:stream'
import { test } from '@japa/runner'
import ace from '@adonisjs/core/services/ace'
import hash from '@adonisjs/core/services/hash'
import db from '@adonisjs/lucid/services/db'
import User from '#models/accounts/user'
import { everyRow } from '#tests/support/rows'

/** `node ace user:create …`, with what somebody pipes into it. */
async function create(typed: string, ...args: string[]) {
  const stdin = Object.getOwnPropertyDescriptor(process, 'stdin')!
  Object.defineProperty(process, 'stdin', { value: Readable.from([typed]), configurable: true })
  ace.ui.switchMode('raw')
  try {
    const command = await ace.exec('user:create', args)
    return {
      exitCode: command.exitCode ?? 0,
      said: command.logger
        .getLogs()
        .map(({ message }) => message)
        .join('\n'),
    }
  } finally {
    Object.defineProperty(process, 'stdin', stdin)
    ace.ui.switchMode('normal')
  }
}

const EMAIL = '--email=nadia@example.org'

test.group('node ace user:create', () => {
  test('makes Nadia an administrator, with the password that was piped in', async ({ assert }) => {
    const { exitCode, said } = await create('un cheval de bataille\n', EMAIL, '--role=admin', '--given-name=Nadia', '--family-name=Haddad')
    assert.equal(exitCode, 0)
    assert.include(said, 'nadia@example.org is admin')
    const nadia = await User.byEmail('NADIA@example.org').preload('roles').firstOrFail()
    assert.equal(nadia.fullName, 'Nadia Haddad')
    assert.isTrue(await hash.verify(nadia.password, 'un cheval de bataille'))
    assert.deepEqual(
      nadia.roles.map(({ role, fairId, grantedBy }) => ({ role, fairId, grantedBy })),
      [{ role: 'admin', fairId: null, grantedBy: 'system' }]
    )
  })

  test('is written in the audit as done by the system, without a password or an address', async ({ assert }) => {
    await create('un cheval de bataille', EMAIL, '--role=organiser')
    const lines = await db.from('audit_events').orderBy('id', 'desc').limit(2)
    assert.sameMembers(
      lines.map(({ action }) => action),
      ['accounts.user.registered', 'accounts.role.granted']
    )
    assert.isTrue(lines.every(({ actor_kind, actor_id }) => actor_kind === 'system' && actor_id === null))
    assert.notMatch(JSON.stringify(lines), /cheval|nadia/)
  })

  const REFUSED: [string, string, string[], RegExp][] = [
    ['an unknown role', 'un cheval de bataille', [EMAIL, '--role=king'], /"king" is not a role\. Choose one of candidate, recruiter/],
    ['a short password', 'court', [EMAIL, '--role=admin'], /password.* 8/],
    ['a common password', 'azerty123', [EMAIL, '--role=admin'], /password field is among the first/],
    ['no password', '', [EMAIL, '--role=admin'], /password/],
    ['an address that is none', 'un cheval de bataille', ['--email=nadia', '--role=admin'], /email/],
    [
      'an address that is taken',
      'un cheval de bataille',
      ['--email=ALICE@example.org', '--role=admin'],
      /already exists with the address ALICE/,
    ],
  ]

  for (const [what, password, args, sentence] of REFUSED)
    test(`refuses ${what}, says why and changes nothing`, async ({ assert }) => {
      const before = await everyRow()
      const { exitCode, said } = await create(password, ...args)
      assert.equal(exitCode, 1)
      assert.match(said, sentence)
      if (password) assert.notInclude(said, password)
      assert.deepEqual(await everyRow(), before)
    })
})

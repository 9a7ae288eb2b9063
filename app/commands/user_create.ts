import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { DateTime } from 'luxon'
import type { RoleName } from '#models/accounts/role'

/** `node ace user:create --email … --role admin`: there is no default account nor password anywhere. */
export default class UserCreate extends BaseCommand {
  static override commandName = 'user:create'
  static override description = 'Create an account with a role; asks for the password, or reads it from the standard input'
  static override options: CommandOptions = { startApp: true }

  @flags.string({ description: 'E-mail address', required: true })
  declare email: string

  @flags.string({ description: 'Role: candidate, recruiter, provider, operator, organiser, moderator or admin', required: true })
  declare role: string

  @flags.string({ description: 'Given name (else the name of the role)' })
  declare givenName?: string

  @flags.string({ description: 'Family name', default: 'Tremplin' })
  declare familyName: string

  override async run() {
    const { ROLES } = await import('#models/accounts/role')
    const { accountValidator } = await import('#validators/accounts/user')
    const { createUser } = await import('#models/accounts/registration')
    const { Refusal } = await import('#exceptions/refusal')
    const { SYSTEM } = await import('#models/mixins/act')

    if (!ROLES.includes(this.role as RoleName)) return this.#fail(`"${this.role}" is not a role. Choose one of ${ROLES.join(', ')}.`)
    const password = process.stdin.isTTY ? await this.prompt.secure('Password (8 characters or more)') : await readInput()
    const { email, familyName, givenName = this.role[0].toUpperCase() + this.role.slice(1) } = this
    const [error, values] = await accountValidator.tryValidate({ email, givenName, familyName, password })
    if (error) return this.#fail(error.messages.map((one: { message: string }) => one.message).join('\n'))
    try {
      const act = { by: SYSTEM, at: DateTime.now() }
      await createUser({ ...values, emailVerifiedAt: act.at }, act, async (user, own) => user.grant({ role: this.role as RoleName }, own))
      this.logger.success(`${values.email} is ${this.role}`)
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal
      this.#fail(`An account already exists with the address ${email}.`)
    }
  }

  #fail(sentence: string) {
    this.logger.error(sentence)
    this.exitCode = 1
  }
}

async function readInput() {
  let text = ''
  for await (const chunk of process.stdin) text += chunk
  return text.replace(/\r?\n$/, '')
}

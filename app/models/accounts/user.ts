import { UserSchema } from '#database/schema'
import { hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import { compose } from '@adonisjs/core/helpers'
import hash from '@adonisjs/core/services/hash'
import Membership from '#models/accounts/membership'
import Role, { type Grant } from '#models/accounts/role'
import SignIn from '#models/accounts/sign_in'
import { Belonging } from '#models/accounts/user/belonging'
import { Blocking } from '#models/accounts/user/blocking'
import { Describing } from '#models/accounts/user/describing'
import { Granting } from '#models/accounts/user/granting'
import { SigningIn } from '#models/accounts/user/signing_in'
import { Attachable } from '#models/mixins/attachable'
import { Leaving } from '#models/accounts/user/leaving'
import { Presenting } from '#models/accounts/user/presenting'
import { Proving } from '#models/accounts/user/proving'
import { Securing } from '#models/accounts/user/securing'
import { Live } from '#models/mixins/live'
import { Tracked } from '#models/mixins/tracked'

/** The hash of a password that nobody has, made like the others: an unknown address costs the same work as a known one. */
export const DECOY =
  '$scrypt$n=16384,r=8,p=1$jxGXDwbo+i7S+wY7taTpVg$btoRSu+BSdqcnkxL+GG2FtVodAJCAILQxrAz6aixCPYkaNtWZuDcTyFtOns4J21LGgv3egM8hCVV3ra8t1qsEQ'

/** Addresses differ by more than their case, as the index says. */
export function isSameAddress(one: string, other: string) {
  return one.trim().toLowerCase() === other.trim().toLowerCase()
}

/** `compose` takes nine abilities at most. */
const Known = compose(UserSchema, Live, Tracked, Attachable, Granting, SigningIn, Blocking, Describing, Belonging)

/** An account that signs in. */
export default class User extends compose(Known, Proving, Securing, Presenting, Leaving) {
  @hasMany(() => Role)
  declare roles: HasMany<typeof Role>

  @hasMany(() => Membership)
  declare memberships: HasMany<typeof Membership>

  @hasMany(() => SignIn)
  declare signIns: HasMany<typeof SignIn>

  /** Rights held when this request began, and the sign-in it came with: set by the guard's provider. */
  grants: Grant[] = []
  declare signIn: SignIn | undefined

  static byEmail(email: string) {
    return this.query().whereRaw('lower(email) = lower(?)', [email.trim()])
  }

  /** By an address or a username: only an address holds an @. */
  static byLogin(login: string) {
    return login.includes('@') ? this.byEmail(login) : this.query().whereRaw('lower(username) = lower(?)', [login.trim()])
  }

  /** @returns the user, or null whether the address, the username or the password is wrong, after one hash in each case */
  static async recognise(login: string, password: string) {
    const user = await this.byLogin(login).first()
    const matches = await hash.verify(user?.password ?? DECOY, password)
    return user && matches ? user : null
  }

  get fullName() {
    return `${this.givenName} ${this.familyName}`
  }

  /** Whether they have shown that the address is theirs: until then they are written to about the account only, and submit nothing. */
  get isVerified() {
    return this.emailVerifiedAt !== null
  }
}

import User from '#models/accounts/user'
import { Agent } from '#tests/support/agent'

export const PASSWORD = 'un cheval de bataille'
export const INES = {
  givenName: 'Inès',
  familyName: 'Roux',
  email: 'Ines.Roux@Example.org',
  phone: '06 12 34 56 78',
  password: PASSWORD,
  passwordConfirmation: PASSWORD,
  terms: 'on',
}

/** Whoever signed up. */
export const ines = () => User.byEmail(INES.email).firstOrFail()

/** Sends the form of this kind, but for what is said otherwise. */
export async function signUp(kind: string, form: Record<string, unknown> = {}, browser?: Agent) {
  return (browser ?? (await Agent.visitor())).post(`/compte/${kind}`, { ...INES, ...form })
}

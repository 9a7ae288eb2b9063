import { embedded, runtimeRole } from '#config/database'

/** How another process reaches the database of this one: the password itself, not what reads it. */
export function databaseAddress() {
  const { password, ...address } = embedded!.connection(runtimeRole, 'tremplin')
  return { ...address, password: (password as unknown as () => string)() }
}

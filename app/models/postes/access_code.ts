import { createHmac, randomInt } from 'node:crypto'
import env from '#start/env'
import { postesConfig } from '#config/postes'

const { alphabet, codeLength } = postesConfig

/** Six signs that nobody takes for one another. */
export function drawCode() {
  return Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join('')
}

/** As it is kept, whatever the case and the spaces in which it was typed; null when it cannot be a code. */
export function readCode(typed: string): string | null {
  const code = typed.replace(/[\s.-]/g, '').toUpperCase()
  return code.length === codeLength && [...code].every((sign) => alphabet.includes(sign)) ? code : null
}

/** With the key of the installation: there are few enough codes for all of their plain hashes to be made. */
export function codeHash(code: string) {
  return createHmac('sha256', env.get('APP_KEY').release()).update(`access code ${code}`).digest()
}

/** `ABC 234`: as it is read aloud. */
export function spacedCode(code: string) {
  return `${code.slice(0, 3)} ${code.slice(3)}`
}

import { BlockList, isIP } from 'node:net'
import Bowser from 'bowser'

export interface Device {
  kind: 'phone' | 'tablet' | 'computer' | 'unknown'
  browser: string
  system: string
}

const UNKNOWN: Device = { kind: 'unknown', browser: '', system: '' }
const KINDS: Record<string, Device['kind']> = { mobile: 'phone', tablet: 'tablet', desktop: 'computer' }

/** What a browser says of itself, as a person names it: Firefox, Android, a phone. */
export function describe(userAgent: string | null): Device {
  if (!userAgent) return UNKNOWN
  const { browser, os, platform } = Bowser.parse(userAgent)
  if (!browser.name || !os.name) return UNKNOWN
  return { kind: KINDS[platform.type ?? ''] ?? 'unknown', browser: browser.name, system: os.name }
}

const local = new BlockList()
for (const [range, bits] of [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
  ['127.0.0.0', 8],
] as const)
  local.addSubnet(range, bits, 'ipv4')
for (const [range, bits] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  local.addSubnet(range, bits, 'ipv6')

/**
 * Where a request came from, as far as its address says: in the same building, or that address. A country would need a
 * database to keep up to date, and be that of the operator for most phones.
 * @returns 'local', the address, or null when none is known
 */
export function placeOf(address: string | null) {
  if (!address || !isIP(address)) return null
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  const plain = mapped ?? address
  return local.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4') ? 'local' : plain
}

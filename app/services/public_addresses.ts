import { type LookupAddress, type LookupOptions, lookup } from 'node:dns'
import { BlockList, isIP, isIPv4 } from 'node:net'
import app from '@adonisjs/core/services/app'

/** Networks that are not the internet: our own machine, its neighbours, what no packet travels to. */
const RESERVED = {
  ipv4: `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24
    192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4`,
  // Of version 6 only 2000::/3 is given out, and in it are ways back into the others.
  ipv6: '::/3 4000::/2 8000::/1 2001::/23 2001:db8::/32 2002::/16 3fff::/20',
}

// One list for each: in a list of both, an address of version 4 is also the one of version 6 that stands for it.
const reserved = { ipv4: listOf('ipv4'), ipv6: listOf('ipv6') }

function listOf(family: keyof typeof RESERVED) {
  const list = new BlockList()
  for (const network of RESERVED[family].split(/\s+/)) {
    const [address, bits] = network.split('/')
    list.addSubnet(address, Number(bits), family)
  }
  return list
}

/** Whether an address is one of the internet, where people's own browsers send us. */
export function isPublic(address: string) {
  const family = isIPv4(address) ? 'ipv4' : 'ipv6'
  return isIP(address) !== 0 && !reserved[family].check(address, family)
}

/** Names that mean a machine of the house wherever they are asked for; one without a dot is a neighbour's. */
const NEAR = /^[^.]*\.?$|\.(localhost|local|internal|intranet|lan|home|corp|arpa)\.?$/

/** Whether an address can be one of the internet; what its name means is only known when it is called (`publicLookup`). */
export function isPublicSite({ protocol, username, password, hostname }: URL) {
  const host = hostname.replace(/^\[|\]$/g, '')
  return protocol === 'https:' && !username && !password && (isIP(host) ? isPublic(host) : !NEAR.test(host))
}

/** In tests, push services are on this machine. */
export function isOwn({ hostname }: URL) {
  return app.inTest && hostname === '127.0.0.1'
}

type Answer = (error: Error | null, address?: string | LookupAddress[], family?: number) => void

/**
 * As `dns.lookup`, for a connection to an address that somebody gave us: what its name says now counts, and not what it
 * said when it was given.
 */
export function publicLookup(hostname: string, options: LookupOptions, answer: Answer) {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return answer(error)
    const inside = addresses.find(({ address }) => !isPublic(address))
    if (inside) return answer(new PrivateAddress(`${hostname} is inside: ${inside.address}`))
    return options.all ? answer(null, addresses) : answer(null, addresses[0].address, addresses[0].family)
  })
}

/** Somebody would have us knock at a door of our own house. */
export class PrivateAddress extends Error {
  override name = 'PrivateAddress'
}

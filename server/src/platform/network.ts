import { isIPv6 } from 'node:net'

const GROUPS = 8
const OF_THE_NETWORK = 4

/** The network an address belongs to: an IPv4 address is its own, of IPv6 it is the /64, in which one sender has every address. */
export const networkOf = (address: string): string => {
  if (!isIPv6(address)) return address
  const plain = address.toLowerCase().split('%')[0] ?? address
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1]
  if (mapped !== undefined) return mapped
  const [front = '', back] = plain.split('::')
  const groups = (part: string) => part.split(':').filter((each) => each !== '')
  const [before, after] = [groups(front), groups(back ?? '')]
  const between = back === undefined ? 0 : GROUPS - before.length - after.length
  const all = [...before, ...Array.from({ length: Math.max(0, between) }, () => '0'), ...after]
  return `${all
    .slice(0, OF_THE_NETWORK)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}

import { asked } from '@dripline/clinical'
import { z } from 'zod'

/** On how many sites a clinic's booking may stand in a frame. */
export const MOST_ORIGINS = 8
const LONGEST = 200
const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const HOST = new RegExp(`^${LABEL}(?:\\.${LABEL})+$`)
const NUMBERS = /^[\d.]+$/

/** The origin that an address names, as a browser writes it; null for whatever is not https, has a path, a name or a star, or names no host. */
export function originIn(text: string): string | null {
  if (text.length > LONGEST || !URL.canParse(text)) return null
  const { protocol, hostname, origin, href, username, password } = new URL(text)
  const isBare = href === `${origin}/` && username === '' && password === '' && !/[?#]/.test(text)
  return protocol === 'https:' && isBare && HOST.test(hostname) && !NUMBERS.test(hostname) ? origin : null
}

/** A site that may show the booking in a frame: https alone, one host, no star. */
export const frameOrigin = z
  .string(asked('origin-https'))
  .trim()
  .refine((text) => originIn(text) !== null, asked('origin-https'))
  .overwrite((text) => originIn(text) ?? text)

import { z } from 'zod'
import { asked } from '../words/asked.ts'
import { inVoice, type Voice } from './voice.ts'

const words = { staff: asked('email-address-like'), public: asked('please-email') }
const beyondAscii = { staff: asked('email-plain-letters'), public: asked('please-email-plain-letters') }
const tooLong = { staff: asked('email-at-most-254'), public: asked('please-email-shorter') }

// RFC 5322, 3.2.3: a dot-atom of atext.
const dotAtom = /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/
const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

/** A domain as the mail system asks for it, letters of other scripts by IDNA; null when it is none. */
function asciiDomain(domain: string): string | null {
  if (/[\s/\\?#@:%[\]<>^|]/.test(domain)) return null
  let ascii: string
  try {
    ascii = new URL(`http://${domain}`).hostname
  } catch {
    return null
  }
  const labels = ascii.split('.')
  const isDomain = labels.length > 1 && labels.every((each) => label.test(each)) && !/^\d+$/.test(labels.at(-1) ?? '')
  return isDomain && ascii.length <= 253 ? ascii : null
}

type Address = { local: string; domain: string }

function partsOf(text: string): Address | null {
  const at = text.lastIndexOf('@')
  const [local, domain] = [text.slice(0, at), text.slice(at + 1).toLowerCase()]
  return at > 0 && asciiDomain(domain) !== null ? { local, domain } : null
}

/** One email address, the same at every door: RFC 5322 before the @, a domain of any script after it. */
export const emailShape = (voice: Voice) =>
  z
    .string(inVoice(voice, words))
    .trim()
    .max(254, inVoice(voice, tooLong))
    .transform((text, refuse): string => {
      const address = partsOf(text.normalize('NFC'))
      const isPlain = address && dotAtom.test(address.local) && address.local.length <= 64
      if (address && isPlain) return `${address.local}@${address.domain}`
      const isOther = address && /[^\p{ASCII}]/u.test(address.local)
      refuse.addIssue({ code: 'custom', message: inVoice(voice, isOther ? beyondAscii : words) })
      return z.NEVER
    })

import { createTransport } from 'nodemailer'
import { wayOfMail } from './sealed-way.ts'

export type Letter = {
  readonly to: string
  readonly subject: string
  readonly body: string
  /** Who writes, beside the house's address: the clinic's name. */
  readonly from?: string
  readonly calendar?: string
  /** What the calendar file asks of the reader's calendar. */
  readonly method?: 'REQUEST' | 'CANCEL'
  /** Where one press, or one letter, says that no more of this kind are wanted. */
  readonly optOut?: { readonly url: string; readonly code: string }
  /** What the reader knows once they have it; kept beside the letter. */
  readonly told?: object
}

/** Carries letters out of the house; without SMTP_URL they stay in the mailbox page and `carries` is false. */
export type Postman = {
  readonly carries: boolean
  /** The house's own address, under which every letter is written. */
  readonly address: string
  /** Carries one letter; a second try of the same `id` is known as such by whoever receives it. */
  send(letter: Letter, id: string): Promise<void>
  close(): void
}

// Shorter together than the minute after which a letter is tried again.
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

/** The bare address of "Name <address>". */
const addressOf = (from: string) => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from

/** A postman for an SMTP address, or the one who leaves everything in the mailbox; `isOpen` lets letters go unsealed to another machine. */
export const openPostman = (smtpUrl: string | undefined, from: string, isOpen = false): Postman => {
  const address = addressOf(from)
  if (smtpUrl === undefined) return { carries: false, address, send: async () => {}, close: () => {} }
  const transport = createTransport({ url: smtpUrl, ...PATIENCE, ...wayOfMail(smtpUrl, isOpen) })
  return {
    carries: true,
    address,
    send: async ({ to, subject, body, calendar, method, optOut, ...letter }, id) => {
      const icalEvent =
        calendar === undefined
          ? {}
          : { icalEvent: { method: method ?? 'PUBLISH', filename: 'appointment.ics', content: calendar } }
      const messageId = `<${id}@${address.split('@').at(-1)}>`
      const sender = letter.from === undefined ? from : { name: letter.from, address }
      const headers = optOut ? { headers: optOutHeaders(address, optOut) } : {}
      await transport.sendMail({ from: sender, messageId, to, subject, text: body, ...headers, ...icalEvent })
    },
    close: () => transport.close(),
  }
}

/** The three header fields of RFC 2369 and RFC 8058: a letter or one press of the reader's mail program ends this kind. */
export const optOutHeaders = (address: string, { url, code }: NonNullable<Letter['optOut']>) => ({
  'List-Unsubscribe': `<mailto:${address}?subject=unsubscribe%20${encodeURIComponent(code)}>, <${url}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})

type Refusal = Error & { responseCode?: number; command?: string; code?: string; response?: string }

const isPermanent = ({ responseCode = 0 }: Refusal) => responseCode >= 500 && responseCode < 600
// 5.1 is about the address, 5.2 about the box behind it; an old server says neither and answers 550 to 553.
const isBox = ({ response = '', responseCode = 0 }: Refusal) => {
  const detail = /\b5\.(\d+)\.\d+\b/.exec(response)?.[1]
  return detail === undefined ? responseCode >= 550 && responseCode <= 553 : detail === '1' || detail === '2'
}

export type Failure = {
  /** `house`: the mail server is away or has something against us, so that no other letter goes either. */
  readonly about: 'house' | 'letter' | 'address'
  readonly isFinal: boolean
  readonly why: string
}

/** What a letter that was not carried says about itself: who is at fault, and whether another try can help. */
export const failureOf = (error: unknown): Failure => {
  const refusal: Refusal = error instanceof Error ? error : new Error('unknown')
  const { responseCode, command = '', code = 'unknown', response } = refusal
  const why = response ?? code
  if (code === 'EENVELOPE' && /recipient/i.test(refusal.message) && responseCode === undefined)
    return { about: 'address', isFinal: true, why: refusal.message }
  if (responseCode === undefined || !/^(RCPT|DATA)/.test(command)) return { about: 'house', isFinal: false, why }
  if (!isPermanent(refusal)) return { about: 'letter', isFinal: false, why }
  return { about: command.startsWith('RCPT') || isBox(refusal) ? 'address' : 'letter', isFinal: true, why }
}

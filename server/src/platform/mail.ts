import { createTransport } from 'nodemailer'

export type Letter = { readonly to: string; readonly subject: string; readonly body: string; readonly calendar?: string }

/** Carries letters out of the house; without SMTP_URL they stay in the mailbox page and `carries` is false. */
export type Postman = {
  readonly carries: boolean
  /** Carries one letter; a second try of the same `id` is known as such by whoever receives it. */
  send(letter: Letter, id: string): Promise<void>
  close(): void
}

// Shorter together than the minute after which a letter is tried again.
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

const stay: Postman = { carries: false, send: async () => {}, close: () => {} }

/** A postman for an SMTP address, or the one who leaves everything in the mailbox. */
export const openPostman = (smtpUrl: string | undefined, from: string): Postman => {
  if (smtpUrl === undefined) return stay
  const transport = createTransport({ url: smtpUrl, ...PATIENCE })
  return {
    carries: true,
    send: async ({ to, subject, body, calendar }, id) => {
      const icalEvent =
        calendar === undefined ? {} : { icalEvent: { method: 'PUBLISH', filename: 'appointment.ics', content: calendar } }
      const messageId = `<${id}@${from.split('@').at(-1)}>`
      await transport.sendMail({ from, messageId, to, subject, text: body, ...icalEvent })
    },
    close: () => transport.close(),
  }
}

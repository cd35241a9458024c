import { createTransport } from 'nodemailer'

export type Letter = { readonly to: string; readonly subject: string; readonly body: string; readonly calendar?: string }

/** Carries letters out of the house; without SMTP_URL they stay in the mailbox page and `carries` is false. */
export type Postman = { readonly carries: boolean; send(letter: Letter): Promise<void>; close(): void }

const stay: Postman = { carries: false, send: async () => {}, close: () => {} }

/** A postman for an SMTP address, or the one who leaves everything in the mailbox. */
export const openPostman = (smtpUrl: string | undefined, from: string): Postman => {
  if (smtpUrl === undefined) return stay
  const transport = createTransport(smtpUrl)
  return {
    carries: true,
    send: async ({ to, subject, body, calendar }) => {
      const icalEvent =
        calendar === undefined ? {} : { icalEvent: { method: 'PUBLISH', filename: 'appointment.ics', content: calendar } }
      await transport.sendMail({ from, to, subject, text: body, ...icalEvent })
    },
    close: () => transport.close(),
  }
}

import { asked, Problem } from '@dripline/clinical'
import { z } from 'zod'
import { type Ctx, groundOf, inClinic } from '../../platform/context.ts'
import type { Cell } from '../../platform/csv.ts'
import { shows } from '../../platform/shown.ts'
import { letterCounts, letterStates, lettersPage, personsWritten } from './store.ts'

const page = z.coerce
  .number(asked('whole-number'))
  .int(asked('whole-number'))
  .min(1, asked('at-least-1'))
  .max(100_000, asked('page-that-can-be'))
export const mailboxAsked = z.object({
  which: z.enum(letterStates, asked('one-of-values', { values: letterStates })).default('written'),
  page: page.default(1),
})
type MailboxAsked = z.output<typeof mailboxAsked>

export const LETTERS_A_PAGE = 25

const refuseCarried = (ctx: Ctx): void => {
  const { database, postman } = groundOf(ctx)
  if (database.kind !== 'embedded' || postman.carries) throw new Problem('not-found')
}

/** A page of the letters of a clinic that only tries things out; where mail is really carried there is no such page. */
export function readMailbox(ctx: Ctx, { which, page: shown }: MailboxAsked) {
  refuseCarried(ctx)
  return inClinic(ctx, 'read-mailbox', async (tx) => {
    const skip = (shown - 1) * LETTERS_A_PAGE
    const { total, letters } = await lettersPage(tx, { which, skip, take: LETTERS_A_PAGE })
    return shows(await personsWritten(tx, letters), { letters, total, size: LETTERS_A_PAGE, counts: await letterCounts(tx) })
  })
}

export const lettersHead = ['Due', 'Sent', 'To', 'Kind', 'Subject', 'Text', 'Why not delivered']

/** Every letter of a state, for a file. */
export function exportLetters(ctx: Ctx, { which }: Pick<MailboxAsked, 'which'>): Promise<Cell[][]> {
  refuseCarried(ctx)
  return inClinic(ctx, 'export-letters', async (tx) => {
    const { letters } = await lettersPage(tx, { which, skip: 0, take: null })
    const rows = letters.map((each): Cell[] => [
      each.dueAt,
      each.sentAt,
      each.recipient,
      each.kind,
      each.subject,
      each.body,
      each.failedAt === null ? null : each.failure,
    ])
    return shows(await personsWritten(tx, letters), rows)
  })
}

/** Whether letters leave this house, or wait in the mailbox page, or go nowhere at all. */
export function mailOf(ctx: Ctx): 'carried' | 'mailbox' | 'nowhere' {
  const { database, postman } = groundOf(ctx)
  if (postman.carries) return 'carried'
  return database.kind === 'embedded' ? 'mailbox' : 'nowhere'
}

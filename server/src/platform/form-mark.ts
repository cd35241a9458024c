import { type Ctx, groundOf } from './context.ts'
import { sha256 } from './keys.ts'

/** A form that this server has handed out: its id, until when (ms) it counts as one, and the mark that proves both. */
export type FormMark = { readonly id: string; readonly until: number; readonly mark: string }

const LIFE_MS = 2 * 3_600_000
/** Sixteen numbers of which each takes about five hundred tries: a tenth of a second or two on a phone, and it cannot be had for nothing. */
export const SUM = { parts: 16, bits: 9 } as const

/** Marks a form that is handed out now. */
export const markForm = (ctx: Ctx): FormMark => {
  const [id, until] = [ctx.newId(), ctx.now().getTime() + LIFE_MS]
  return { id, until, mark: groundOf(ctx).keys.token('form', ctx.clinicId, id, until) }
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** The form that was sent, if this server handed it out and not too long ago; null for anything else. */
export const formSent = (ctx: Ctx, sent: Readonly<Record<string, unknown>>): FormMark | null => {
  const { form: id, 'form-until': said, 'form-mark': mark } = sent
  const until = Number(said)
  if (typeof id !== 'string' || !UUID.test(id) || typeof mark !== 'string' || !Number.isSafeInteger(until)) return null
  if (until <= ctx.now().getTime() || until > ctx.now().getTime() + LIFE_MS) return null
  return groundOf(ctx).keys.made(mark, 'form', ctx.clinicId, id, until) ? { id, until, mark } : null
}

/** What is kept of a form: nobody can hold or book in its name who knows only this. */
export const hashOfForm = ({ id }: Pick<FormMark, 'id'>) => sha256(`form ${id}`)

const spent = new Map<string, number>()

/** Takes a form's sum, if that is what was sent and nothing was done by it yet; it stays good until `spend` says that something was. */
export const hasSum = (form: FormMark, sum: unknown): boolean => !spent.has(form.mark) && isSumOf(form, sum)

/** Nothing more is done by this form's sum, in this server. */
export const spend = (ctx: Ctx, { mark, until }: FormMark): void => {
  for (const [old, end] of spent) if (end <= ctx.now().getTime()) spent.delete(old)
  spent.set(mark, until)
}

/** Whether this is the sum of the form: each of its numbers, with the mark and its place, gives a hash that begins with so many zero bits. */
const isSumOf = ({ mark }: FormMark, sum: unknown): boolean => {
  if (typeof sum !== 'string' || sum.length > 200) return false
  const numbers = sum.split('.')
  const begins = (text: string) => Number.parseInt(sha256(text).slice(0, 8), 16)
  return (
    numbers.length === SUM.parts &&
    numbers.every((number, part) => /^\d{1,6}$/.test(number) && begins(`${mark} ${part} ${number}`) < 2 ** (32 - SUM.bits))
  )
}

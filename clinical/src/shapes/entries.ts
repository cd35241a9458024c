import { z } from 'zod'
import { type EventBody, eventBody } from '../visit/infusion-events.ts'
import { asked } from '../words/asked.ts'
import { refuseNoPressure, signsFields, wholeOrNone } from './measured.ts'
import { measures } from './measures.ts'
import { phoneShape } from './phone.ts'

const { score, sedation } = measures
const scoreFields = { dissociation: wholeOrNone(score), distress: wholeOrNone(score), pain: wholeOrNone(score) }

type Option = (typeof eventBody.options)[number]
type Signs = Parameters<typeof refuseNoPressure>[0]

const hasNothing = (sent: object, keys: readonly string[]) => keys.every((key) => (Reflect.get(sent, key) ?? null) === null)

const noEmpty =
  (keys: readonly string[], message: string) =>
  (sent: object, refuse: z.RefinementCtx): void => {
    if (hasNothing(sent, keys)) refuse.addIssue({ code: 'custom', path: [keys[0] ?? ''], message })
  }

// What is stored is read leniently for ever; what is sent must be possible.
const possible = (option: Option): z.ZodType => {
  const kind = option.shape.kind.value
  if (kind === 'vitals')
    return option
      .extend(signsFields)
      .superRefine((sent, refuse) => refuseNoPressure(sent as unknown as Signs, refuse))
      .superRefine(noEmpty(Object.keys(signsFields), asked('at-least-one-sign')))
  if (kind === 'scores')
    return option
      .extend({ ...scoreFields, sedation: wholeOrNone(sedation) })
      .superRefine(noEmpty([...Object.keys(scoreFields), 'sedation'], asked('at-least-one-score')))
  if (kind === 'checked-in')
    return option.extend({
      escort: z.object({ name: z.string().trim().min(1, asked('name')).max(120), phone: phoneShape('staff') }).nullable(),
      vitals: z.object(signsFields).superRefine(refuseNoPressure),
    })
  return option
}

type Typed<Body> = {
  [Key in keyof Body]: null extends Body[Key] ? (number extends Body[Key] ? Body[Key] | string : Body[Key]) : Body[Key]
}

/** An entry as a form sends it: signs and scores may come as they were typed. */
export type EntrySent = EventBody extends infer Body ? (Body extends EventBody ? Typed<Body> : never) : never

const made = new Map(eventBody.options.map((option) => [option.shape.kind.value, possible(option)]))
type Options = [Option, ...Option[]]

/** Entries of these kinds, or of all, as they may be written now: impossible values and empty entries are refused at their field. */
export const entryShape = (kinds: readonly EventBody['kind'][] = [...made.keys()]) =>
  z.discriminatedUnion('kind', kinds.map((kind) => made.get(kind)) as unknown as Options) as unknown as z.ZodType<
    EventBody,
    EntrySent
  >

import { z } from 'zod'
import { asked, askedAs } from '../words/asked.ts'
import type { FaultSaid } from '../words/fault-words.ts'
import { wantedWords } from '../words/faults-measured.ts'
import { type Measure, readMeasure, wantedOf } from './measure.ts'
import { measures } from './measures.ts'

const mostTyped = 40

const askWanted = (measure: Measure) => asked('measure-wanted', { wanted: wantedOf(measure) })

/** What documentation shows of it, and what an example of it is. */
const shown = (measure: Measure, example: string | number) => ({
  description: wantedWords(wantedOf(measure)),
  examples: [example],
})

/** A measured value as decimal text, from what was typed: "72,5" and "154 lb" are read, "1,234" is refused in words. */
export const decimalOf = (measure: Measure) =>
  z
    .string(askWanted(measure))
    .max(mostTyped, askWanted(measure))
    .meta(shown(measure, measure.like))
    .transform((text, refuse): string => {
      const read = readMeasure(measure, text)
      if ('value' in read) return read.value
      refuse.addIssue({ code: 'custom', message: askedAs(read.wrong) })
      return z.NEVER
    })

/** The same, above zero. */
export const amountOf = (measure: Measure) =>
  decimalOf(measure).refine((text) => Number(text) > 0, asked('more-than-0', { unit: measure.unit }))

/** A whole number, from a number or from what was typed. */
export const wholeOf = (measure: Measure) =>
  z
    .union([z.number(), z.string().max(mostTyped)], askWanted(measure))
    .meta(shown(measure, Number(measure.like.replace('−', '-'))))
    .transform((sent, refuse): number => {
      const read = readMeasure(measure, String(sent))
      if ('value' in read) return Number(read.value)
      refuse.addIssue({ code: 'custom', message: askedAs(read.wrong) })
      return z.NEVER
    })

/** The same, or nothing measured: null, or a field left blank. */
export const wholeOrNone = (measure: Measure) =>
  z
    .union([z.null(), z.number(), z.string().max(mostTyped)], askWanted(measure))
    .meta(shown(measure, Number(measure.like.replace('−', '-'))))
    .transform((sent, refuse): number | null => {
      if (sent === null || String(sent).trim() === '') return null
      const read = readMeasure(measure, String(sent))
      if ('value' in read) return Number(read.value)
      refuse.addIssue({ code: 'custom', message: askedAs(read.wrong) })
      return z.NEVER
    })

/** A count of things in words of its own: "3 vials". Nothing but whole digits. */
export const countOf = (things: string, least: number, most: number) =>
  wholeOf({
    name: things,
    unit: '',
    spelled: [things, things.replace(/s$/, '')],
    least: String(least),
    most: String(most),
    places: 0,
    like: String(Math.max(least, 3)),
    source: 'what one entry can hold',
    basis: 'proposed',
  })

type Pair = { systolic: number | null; diastolic: number | null }

/** Why these two numbers cannot be one pressure, or nothing: the lower one lies under the upper, and never stands alone. */
export function whyNoPressure({ systolic, diastolic }: Pair): FaultSaid | null {
  if (diastolic === null) return null
  if (systolic === null) return { code: 'pressure-upper-missing' }
  return diastolic < systolic ? null : { code: 'pressure-swapped', params: { systolic, diastolic } }
}

/** Refuses a pressure that cannot be, at both of its fields. */
export const refuseNoPressure = (signs: Pair, refuse: z.RefinementCtx): void => {
  const why = whyNoPressure(signs)
  if (!why) return
  for (const field of ['systolic', 'diastolic']) refuse.addIssue({ code: 'custom', path: [field], message: askedAs(why) })
}

/** Signs read from a monitor; what is null or blank was not measured. */
export const signsFields = {
  systolic: wholeOrNone(measures.systolic),
  diastolic: wholeOrNone(measures.diastolic),
  pulse: wholeOrNone(measures.pulse),
  spo2: wholeOrNone(measures.spo2),
  resp: wholeOrNone(measures.resp),
}

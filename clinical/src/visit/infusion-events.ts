import { z } from 'zod'
import { asked } from '../words/asked.ts'
import { saidShape } from '../words/said-shape.ts'
import type { ClockStamp } from './clock-stamp.ts'

const positive = z.string().regex(/^(?=.*[1-9])\d{1,6}(\.\d{1,6})?$/, asked('decimal-number-above-0'))
const notNegative = z.string().regex(/^\d{1,6}(\.\d{1,6})?$/, asked('decimal-number-0-or-more'))
const signed = z.string().regex(/^-?\d{1,6}(\.\d{1,6})?$/, asked('decimal-number'))
const words = z.string().trim().min(1).max(2000)
const measured = (least: number, most: number) => z.number().int().min(least).max(most).nullable()
const scale = measured(0, 10)

const vitals = {
  systolic: measured(30, 320),
  diastolic: measured(10, 250),
  pulse: measured(0, 300),
  spo2: measured(0, 100),
  /** Breaths a minute. */
  resp: measured(0, 80),
}

/** Questions about unlikely values that whoever wrote the entry answered with a yes. */
const askedBack = z.array(z.union([words, saidShape])).optional()

/** Everything that can happen in a visit, and what must be said about it. mg, mL, mL/h and kg are decimal strings; null means not measured. */
export const eventBody = z.discriminatedUnion('kind', [
  /** What is given, and how: entries from before there was a second way have neither. */
  z.object({ kind: z.literal('booked'), gives: z.object({ drug: words, by: words }).optional() }),
  z.object({ kind: z.literal('arrived') }),
  /**
   * An act of an administration that has no kind of entry of its own: its name and what was said, by the definition of then. A log of
   * one that nobody here knows is read all the same.
   */
  z.object({
    kind: z.literal('act'),
    act: words,
    title: words,
    said: z.record(z.string(), z.union([z.string(), z.tuple([z.string(), z.string()]).readonly(), z.null()])),
    /** What of a controlled drug it wrote into the drug book, from which vial (mL drawn, mg given) and before whom. */
    booked: z.object({ drugId: words, vialId: words, drawnMl: positive, givenMg: positive, witness: words }).optional(),
  }),
  /** Whoever writes this is responsible for the chair from now on. */
  z.object({ kind: z.literal('taken-over') }),
  /** The chair is offered to somebody, with what they should know; they are responsible once they take it. */
  z.object({ kind: z.literal('handed-over'), to: words, report: words.nullable() }),
  z.object({
    kind: z.literal('checked-in'),
    identifiers: z.tuple([words, words]),
    escort: z.object({ name: words, phone: words }).nullable(),
    weightKg: positive,
    vitals: z.object(vitals),
    askedBack,
  }),
  /** `orderId`: the order that is given back; entries from before it was kept have none. */
  z.object({
    kind: z.literal('sent-back'),
    /** Somebody’s own words; entries from before sentences were data hold a check-in’s here too. */
    reason: words.optional(),
    /** What the check-in found. */
    why: z.array(saidShape).optional(),
    orderId: words.optional(),
  }),
  /** A prescriber read why the order was sent back and lets it stand as it was signed. */
  z.object({ kind: z.literal('order-stands'), reason: words, orderId: words }),
  z.object({
    kind: z.literal('drawn-up'),
    vials: z.array(z.object({ vialId: words, ml: positive })).min(1),
    infusateMg: positive,
    syringeMl: positive,
    finalMl: positive,
    witness: words,
    /** The two readings that agreed, and by whom; what was drawn before they were records of their own has none. */
    checked: z.object({ by: z.tuple([words, words]), readings: z.tuple([words, words]), rateMlPerHour: positive }).optional(),
  }),
  /** One person's own reading of syringe, pump, vials and patient, stored the moment it is given. */
  z.object({
    kind: z.literal('check-reading'),
    orderId: words,
    infusateMg: notNegative,
    syringeMl: notNegative,
    rateMlPerHour: notNegative,
    vials: z.array(z.object({ vialId: words, ml: notNegative })).min(1),
    identifiers: z.tuple([words, words]),
    /** By which proof somebody read on another's tablet; null on their own. */
    proofId: words.nullable(),
  }),
  /** Somebody takes their own open reading back; it stays on the record. */
  z.object({ kind: z.literal('check-taken-back') }),
  /** A prescriber was called to a check that does not agree: from here on the right values are in sight. */
  z.object({ kind: z.literal('check-opened') }),
  z.object({ kind: z.literal('second-check'), syringeMl: positive, rateMlPerHour: positive }),
  z.object({ kind: z.literal('started'), rateMlPerHour: positive, vtbiMl: positive.nullable() }),
  z.object({ kind: z.literal('rate-changed'), rateMlPerHour: positive, reason: words }),
  /** What the pump was seen to run at, whatever was ordered; 0 is a pump found standing still. */
  z.object({ kind: z.literal('pump-found'), rateMlPerHour: notNegative, note: words.nullable() }),
  z.object({ kind: z.literal('paused'), reason: words }),
  z.object({ kind: z.literal('resumed'), rateMlPerHour: positive }),
  z.object({ kind: z.literal('vitals'), ...vitals, askedBack }),
  z.object({
    kind: z.literal('scores'),
    dissociation: scale,
    distress: scale,
    pain: scale,
    /** RASS, +4 combative to −5 no response. */
    sedation: measured(-5, 4),
  }),
  z.object({
    kind: z.literal('adverse-effect'),
    term: words,
    onset: z.iso.datetime({ offset: true }),
    grade: z.number().int().min(1).max(5),
    action: words,
    outcome: words,
  }),
  z.object({ kind: z.literal('no-adverse-effects') }),
  /** `about`: the charted entry past the policy that this answers, with what was done. */
  z.object({ kind: z.literal('note'), text: words, about: words.optional() }),
  /**
   * `drug` is its name as it was shown, `drugId` its definition: null in entries from before drugs were coded, and for a drug of an
   * emergency that no definition knows. `how`: from the clinic's list, by a signed as-needed line, in an emergency, or a word of before.
   */
  z.object({
    kind: z.literal('drug-given'),
    drug: words,
    drugId: words.nullable().default(null),
    amount: positive,
    unit: words,
    route: words,
    reason: words.nullable(),
    how: z.enum(['list', 'line', 'emergency', 'word']).default('word'),
    lineId: words.nullable().default(null),
    vialId: words.nullable().default(null),
    witness: words.optional(),
    allergiesRead: z.array(words).default([]),
  }),
  /**
   * What one person read by themselves for a controlled dose beside the infusion, stored the moment it is given. `about`: the signed
   * line, or the entry of an emergency whose vial is named afterwards.
   */
  z.object({
    kind: z.literal('dose-reading'),
    about: words,
    vialId: words,
    ml: positive,
    allergiesRead: z.array(words).default([]),
    proofId: words.nullable(),
  }),
  /** A prescriber is asked for a drug that the chair may not give without one. */
  z.object({ kind: z.literal('prescriber-asked'), drugId: words, drug: words, amount: positive, route: words, reason: words }),
  /** A prescriber signed an as-needed line during the visit. */
  z.object({ kind: z.literal('line-signed'), lineId: words, drug: words, amount: positive, route: words, reason: words }),
  /** What was open of an emergency dose, `about` its entry, and is closed now. */
  z.object({
    kind: z.literal('drug-settled'),
    about: words,
    task: z.enum(['vial', 'second person', 'order']),
    note: words,
    witness: words.optional(),
  }),
  z.object({ kind: z.literal('stopped'), reason: words }),
  /** The pump's own total, read from its display; null where it cannot be read, with the reason. */
  z.object({ kind: z.literal('pump-read'), totalMl: notNegative.nullable(), reason: words.nullable() }),
  /** What one person saw destroyed: mL of the bag, or of a syringe that never went into one. */
  z.object({ kind: z.literal('waste-reading'), ml: notNegative, of: z.enum(['bag', 'syringe']), proofId: words.nullable() }),
  /** `difference`: what of the drawn dose is then missing (above 0) or too much (below 0). */
  z.object({
    kind: z.literal('wasted'),
    mg: notNegative,
    witness: words,
    ml: notNegative.optional(),
    of: z.enum(['bag', 'syringe']).optional(),
    readings: z.tuple([words, words]).optional(),
    difference: z.object({ mg: signed, ml: signed }).optional(),
  }),
  z.object({ kind: z.literal('recovering') }),
  /** Somebody looked before the patient goes home. `no` is an answer too. */
  z.object({
    kind: z.literal('home-check'),
    gate: z.enum(['escort', 'walks', 'mood', 'instructions']),
    isMet: z.boolean(),
    note: words.nullable(),
  }),
  /** Aldrete or PADSS: five items, 0 to 2 each. */
  z.object({
    kind: z.literal('recovery-score'),
    scale: z.enum(['aldrete', 'padss']),
    items: z.array(z.number().int().min(0).max(2)).length(5),
  }),
  z.object({ kind: z.literal('discharged') }),
  z.object({ kind: z.literal('discharge-override'), gates: z.array(words).min(1), reason: words }),
  z.object({ kind: z.literal('left') }),
  z.object({ kind: z.literal('cancelled'), reason: words }),
  /** Strikes the entry that `amends` names: it was never so. Nothing takes its place. */
  z.object({ kind: z.literal('amended'), because: z.literal('wrong person').optional() }),
])

export type EventBody = z.infer<typeof eventBody>
export type EventKind = EventBody['kind']

/** `at`: when it happened. `enteredAt`: when somebody wrote it down. ISO instants. */
export type Stamp = {
  id: string
  at: string
  enteredAt: string
  by: string
  amends?: { eventId: string; reason: string }
  /** Its place in the visit's log, by the log's own counter; what is not in a log yet has none. */
  seq?: number
  /** What the clocks said when it was written. */
  clock?: ClockStamp
}

export type SessionEvent = EventBody & Stamp
export type EventOf<Kind extends EventKind> = Extract<EventBody, { kind: Kind }> & Stamp

/** An entry that charts no value at all: it says nothing and would count as something. */
export function saysNothing(body: EventBody): boolean {
  if (body.kind !== 'vitals' && body.kind !== 'scores') return false
  return Object.entries(body).every(([name, value]) => name === 'kind' || name === 'askedBack' || value === null)
}

import { secondCheck } from '../dose/second-check.ts'
import { wasteCheck, wasteSum } from '../dose/waste-check.ts'
import { entriesOf, type FoldedSession } from '../visit/infusion.ts'
import { amountsAt, book } from '../visit/infusion-amounts.ts'
import type { EventBody } from '../visit/infusion-events.ts'
import type { Act } from './acts.ts'
import { type Held, visitOf } from './held.ts'
import { text } from './numbers.ts'
import { whoOf } from './people.ts'
import { append, demandRight, refuseAtGate } from './pure-clinic.ts'
import { Refused } from './refused.ts'
import { refuseSettled } from './settled.ts'

type Of<Kind extends Act['do']> = Extract<Act, { do: Kind }>

/** What one person read of syringe, pump and vial: it is kept, whatever it says. */
export const readForCheck = (held: Held, { who, vial, mg, ml, rate }: Of<'read'>) => {
  demandRight(held, 'draw-up', who)
  append(held, who, {
    kind: 'check-reading',
    orderId: held.order.id,
    infusateMg: text(mg),
    syringeMl: text(ml),
    rateMlPerHour: text(rate),
    vials: [{ vialId: String(vial), ml: text(ml) }],
    identifiers: ['full name', 'date of birth'],
    proofId: null,
  })
}

/** The dose leaves the vial once two people have read what is ordered. */
export const drawUp = (held: Held, { who }: Act) => {
  const visit = visitOf(held)
  if (visit.state !== 'cleared') throw new Refused(['wrong-state'])
  const events = visit.entries.map(({ event }) => event)
  const { kind, readings } = secondCheck(events, held.order, held.now)
  const [first, second] = readings
  if (kind === 'differ') throw new Refused(['check-differs'])
  if (kind !== 'agree' || !first || !second) throw new Refused(['draw-up-not-witnessed'])
  for (const { by } of readings) demandRight(held, 'draw-up', whoOf(by))
  const { infusateMg, syringeMl, finalMl, rateMlPerHour } = held.order
  const body: EventBody = {
    kind: 'drawn-up',
    vials: [...first.vials],
    infusateMg,
    syringeMl,
    finalMl,
    witness: second.by,
    checked: { by: [first.by, second.by], readings: [first.id, second.id], rateMlPerHour },
  }
  refuseAtGate(held, who, body)
  takeFromVial(held, Number(first.vials[0]?.vialId))
  append(held, whoOf(first.by), body)
  held.drawnFor = held.order
}

const takeFromVial = (held: Held, number: number) => {
  const vial = held.opening.vials[number]
  const left = held.leftMl[number]
  const ml = Number(held.order.syringeMl)
  if (!vial || left === undefined) throw new Refused(['not-found'])
  if (vial.drug !== 'ketamine') throw new Refused(['vial-of-other-drug'])
  if (vial.mgPerMl !== 50) throw new Refused(['not-valid'])
  if (left < ml - 1e-9) throw new Refused(['vial-short'])
  held.leftMl[number] = left - ml
}

/** The pump's own total, as it is read: what the log computes, or something else. */
export const readPump = (held: Held, { who, offMl }: Of<'read-pump'>) => {
  refuseSettled(held)
  const { infusedMl } = amountsAt(visitOf(held), held.now) ?? { infusedMl: '0' }
  append(held, who, { kind: 'pump-read', totalMl: text(Number(infusedMl) + offMl), reason: null })
}

/** What one person saw destroyed: what is left by the sum, or something else. */
export const readWaste = (held: Held, { who, offMl }: Of<'read-waste'>) => {
  const visit = visitOf(held)
  const isDone = visit.isBookClosed && entriesOf(visit, 'wasted').length > 0
  if (isDone || entriesOf(visit, 'drawn-up').length === 0) throw new Refused(['wrong-state'])
  demandRight(held, 'waste', who)
  append(held, who, { kind: 'waste-reading', ...leftOver(held), ml: text(leftMl(visit, held.now) + offMl), proofId: null })
}

const leftOver = (held: Held): { of: 'bag' | 'syringe' } => ({ of: visitOf(held).startedAt ? 'bag' : 'syringe' })

/** mL that are still to be accounted for: of the bag once it ran, of the syringe before. */
export const leftMl = (visit: FoldedSession, now: string): number => {
  const { openMg } = book(visit, now)
  const { drawnUp } = visit
  const perMl = drawnUp ? Number(drawnUp.infusateMg) / Number(visit.startedAt ? drawnUp.finalMl : drawnUp.syringeMl) : 1
  return Math.max(0, Math.round((Number(openMg) / perMl) * 100) / 100)
}

/** Destroyed before two people who read the same. */
export const waste = (held: Held, { who }: Act) => {
  const visit = visitOf(held)
  const { kind, readings } = wasteCheck(visit.entries.map(({ event }) => event))
  const [first, second] = readings
  if (kind === 'differ') throw new Refused(['check-differs'])
  if (kind !== 'agree' || !first || !second) throw new Refused(['draw-up-not-witnessed'])
  for (const { by } of readings) demandRight(held, 'waste', whoOf(by))
  const { differenceMg, differenceMl, ...sum } = wasteSum(visit, first, held.now)
  const body: EventBody = {
    kind: 'wasted',
    ...sum,
    witness: second.by,
    readings: [first.id, second.id],
    ...(differenceMg !== '0' && { difference: { mg: differenceMg, ml: differenceMl } }),
  }
  refuseAtGate(held, who, body)
  append(held, whoOf(first.by), body)
}

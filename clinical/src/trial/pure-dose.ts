import { chairList, onList } from '../dose/chair-drugs.ts'
import { doseCheck } from '../dose/dose-check.ts'
import { openDrugTasks } from '../visit/drug-tasks.ts'
import type { GateFacts } from '../visit/gate.ts'
import { entriesOf, foldSession } from '../visit/infusion.ts'
import type { EventBody } from '../visit/infusion-events.ts'
import { mayDo } from '../visit/rights.ts'
import type { Act, DoseDoing, DoseRead, Who } from './acts.ts'
import type { Held } from './held.ts'
import { text } from './numbers.ts'
import { people, whoOf } from './people.ts'
import { append, demandRight, refuseAtGate } from './pure-clinic.ts'
import { Refused } from './refused.ts'

type Of<Kind extends DoseDoing['do']> = Extract<Act, { do: Kind }>
type DoseVerbs = { [Kind in DoseDoing['do']]: (held: Held, act: Of<Kind>) => void }

const lineMg = '1'
const emergencyMg = '2'
const leastMinutes = 20

const signLine = (held: Held, { who, times }: Of<'sign-line'>) => {
  demandRight(held, 'sign-order', who)
  const { order, now } = held
  if (Date.parse(order.validUntil) <= Date.parse(now)) throw new Refused(['order-expired'])
  const id = `line-${held.events.length}`
  const said = { doseMg: lineMg, route: 'IV', reason: 'distress' } as const
  const dose = { ...said, drugId: 'midazolam', mostTimes: times, leastMinutes }
  append(held, who, { kind: 'line-signed', lineId: id, drug: 'midazolam', amount: lineMg, route: 'IV', reason: 'distress' })
  held.lines.push({ ...dose, id, signedBy: who, signedAt: now, orderId: order.id })
}

const lineOf = ({ lines, order }: Held) => {
  const line = lines.at(-1)
  if (!line || line.orderId !== order.id) throw new Refused(['not-found'])
  return line
}

const emergencyOf = (held: Held) => {
  const given = entriesOf(foldSession(held.events), 'drug-given').findLast(({ how }) => how === 'emergency')
  if (!given) throw new Refused(['not-found'])
  return given
}

const readAbout = (held: Held, who: Who, about: string, { vial, ml }: DoseRead) => {
  demandRight(held, 'give-controlled', who)
  append(held, who, { kind: 'dose-reading', about, vialId: String(vial), ml: text(ml), allergiesRead: [], proofId: null })
}

const agreed = (held: Held, about: string) => {
  const { kind, readings } = doseCheck(held.events, about, held.now)
  const [first, second] = readings
  if (kind === 'differ') throw new Refused(['check-differs'])
  if (kind !== 'agree' || !first || !second) throw new Refused(['draw-up-not-witnessed'])
  for (const { by } of [first, second]) demandRight(held, 'give-controlled', whoOf(by))
  return [first, second] as const
}

const takeFromVial = (held: Held, vialId: string, ml: number, mg: string) => {
  const number = Number(vialId)
  const vial = held.opening.vials[number]
  const left = held.leftMl[number]
  if (!vial || left === undefined) throw new Refused(['not-found'])
  if (ml * vial.mgPerMl < Number(mg)) throw new Refused(['check-differs'])
  if (vial.drug !== 'midazolam') throw new Refused(['vial-of-other-drug'])
  if (left < ml - 1e-9) throw new Refused(['vial-short'])
  held.leftMl[number] = left - ml
}

const doseOf = (held: Held, who: Who, lineId: string): GateFacts['dose'] => {
  const wanted = onList(chairList({}), 'midazolam', 'IV')
  if (!wanted) throw new RangeError('The list has no midazolam.')
  const isPrescriber = mayDo('sign-order', people[who], ['VA'], held.now.slice(0, 10)) === null
  const given = entriesOf(foldSession(held.events), 'drug-given').map((each) => ({ ...each, mg: each.amount }))
  const lines = held.lines.filter(({ orderId }) => orderId === held.order.id)
  return {
    wanted,
    asked: { mg: lineMg, at: held.now, reason: null, lineId, allergiesRead: [], isPrescriber },
    around: { given, lines, allergies: held.allergies },
  }
}

const given = { kind: 'drug-given', drug: 'midazolam', drugId: 'midazolam', unit: 'mg', route: 'IV' } as const

const giveDose = (held: Held, { who }: Act) => {
  const { id: lineId } = lineOf(held)
  const [first, second] = agreed(held, lineId)
  const body: EventBody = {
    ...given,
    allergiesRead: [],
    amount: lineMg,
    reason: null,
    how: 'line',
    lineId,
    vialId: first.vialId,
    witness: second.by,
  }
  refuseAtGate(held, who, body, null, doseOf(held, who, lineId))
  takeFromVial(held, first.vialId, Number(first.ml), lineMg)
  append(held, whoOf(first.by), body)
}

const refuseClosed = (held: Held, eventId: string, task: 'vial' | 'order') => {
  const open = openDrugTasks(foldSession(held.events))
  if (!open.some((each) => each.eventId === eventId && each.task === task)) throw new Refused(['wrong-state'])
}

const nameVial = (held: Held, _: Act) => {
  const { id: about, amount } = emergencyOf(held)
  refuseClosed(held, about, 'vial')
  const [first, second] = agreed(held, about)
  takeFromVial(held, first.vialId, Number(first.ml), amount)
  const said = { kind: 'drug-settled', about, note: 'from the drawer', witness: second.by } as const
  append(held, whoOf(first.by), { ...said, task: 'vial' })
  append(held, whoOf(first.by), { ...said, task: 'second person' })
}

const signEmergency = (held: Held, { who }: Act) => {
  demandRight(held, 'sign-order', who)
  const { id: about } = emergencyOf(held)
  refuseClosed(held, about, 'order')
  append(held, who, { kind: 'drug-settled', about, task: 'order', note: 'midazolam 2 mg IV once' })
}

/** Midazolam beside the infusion, as the server's verbs give it. */
export const doseVerbs: DoseVerbs = {
  'sign-line': signLine,
  allergy: (held, { text: told }) => {
    held.allergies.push({ kind: 'allergy', text: told })
  },
  'read-dose': (held, { who, ...read }) => readAbout(held, who, lineOf(held).id, read),
  'give-dose': giveDose,
  emergency: (held, { who }) => {
    const said = { ...given, amount: emergencyMg, reason: 'pulled at the line' } as const
    append(held, who, { ...said, allergiesRead: [], how: 'emergency', lineId: null, vialId: null })
  },
  'read-emergency': (held, { who, ...read }) => readAbout(held, who, emergencyOf(held).id, read),
  'name-vial': nameVial,
  'sign-emergency': signEmergency,
}

import { type CurveInputs, cannotDraw, type SessionEvent } from '@dripline/clinical'
import { vialOf } from '../../ledgers/substances/store.ts'
import { canonical } from '../../platform/canonical.ts'
import { type Ctx, inClinic, type Tx } from '../../platform/context.ts'
import { readerFor, readerSaid } from '../../platform/reader.ts'
import { shows } from '../../platform/shown.ts'
import { clinicSettings, staffMember } from '../clinic/store.ts'
import { curveHash } from '../planning/freeze.ts'
import { plansOf } from '../planning/store.ts'
import { visitIn } from './read-visit.ts'
import { visitsBeside } from './store.ts'

/** One visit to be read later as one page, and printed: with the vials, everybody's title, and the visits beside it. */
export function readRecord(ctx: Ctx, sessionId: string) {
  return inClinic(ctx, 'read-record', async (tx) => {
    const visit = await visitIn(ctx, tx, sessionId)
    const { name, simulated } = await clinicSettings(tx)
    const vialIds = visit.events.flatMap(vialsIn)
    return shows([visit.personId], {
      ...visit,
      clinic: { name, simulated },
      reader: readerSaid(await readerFor(ctx, tx, visit.personId)),
      vials: await vialsOf(tx, [...new Set(vialIds)]),
      titles: await titlesOf(tx, Object.keys(visit.names)),
      beside: await visitsBeside(tx, visit),
      print: visit.screen === 'pump' ? await printOf(tx, visit.personId, visit.planId, visit.order.inputs) : null,
    })
  })
}

const vialsIn = (event: SessionEvent): string[] => {
  if (event.kind === 'drawn-up') return event.vials.map(({ vialId }) => vialId)
  return event.kind === 'act' && event.booked ? [event.booked.vialId] : []
}

const vialsOf = async (tx: Tx, ids: readonly string[]) => {
  const vials = []
  for (const id of ids) {
    const vial = await vialOf(tx, id)
    if (vial) vials.push({ number: vial.number, lot: vial.lot, expiresOn: vial.expiresOn })
  }
  return vials
}

const titlesOf = async (tx: Tx, ids: readonly string[]) => {
  const titles: Record<string, string> = {}
  for (const id of ids) titles[id] = (await staffMember(tx, id))?.title ?? ''
  return titles
}

/** Whether what is drawn today is what was frozen at the signature; null where the order was signed apart from the course, or has no curve. */
const printOf = async (tx: Tx, personId: string, planId: string, inputs: CurveInputs): Promise<'agrees' | 'differs' | null> => {
  const plan = (await plansOf(tx, personId)).find(({ id }) => id === planId)
  if (!plan || canonical(plan.inputs) !== canonical(inputs)) return null
  return !cannotDraw(inputs) && curveHash(inputs) === plan.curveHash ? 'agrees' : 'differs'
}

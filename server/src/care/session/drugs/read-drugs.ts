import { administrationOf, doseCheck, drugOf, heldAgainst, type Policies, Problem } from '@dripline/clinical'
import { vialsInSafe } from '../../../ledgers/substances/store.ts'
import { type Ctx, inClinic } from '../../../platform/context.ts'
import { shows } from '../../../platform/shown.ts'
import { chairListOf } from '../../planning/chair-list.ts'
import { orderFollowed } from '../append-event.ts'
import { nowIn } from '../now-in.ts'
import { policiesHere } from '../policies-of-visit.ts'
import type { Session } from '../session.ts'
import { namesOf, sessionOf } from '../store.ts'
import { aroundOf } from './around.ts'
import { doseFacts } from './dose-readings.ts'
import { openTasksOf } from './store.ts'

/** What the drug sheet at the chair shows: the clinic's list held against the patient's allergies, signed lines, doses so far, open tasks, vials. */
export function readDrugs(ctx: Ctx, sessionId: string) {
  return inClinic(ctx, 'read-drugs', async (tx) => {
    const session = await sessionOf(tx, sessionId)
    const order = session && (await orderFollowed(tx, session))
    if (!session || !order) throw new Problem('not-found', { sessionId })
    const { given, lines, allergies } = await aroundOf(tx, { session, order })
    const list = (await chairListOf(ctx, tx)).map(({ drug, ...listed }) => ({
      ...listed,
      drugId: drug.id,
      title: drug.title,
      schedule: drug.schedule,
      allergy: heldAgainst(drug, allergies),
    }))
    const drugIds = new Set(list.filter(({ isControlled: is }) => is).map(({ drugId }) => drugId))
    const ordered = drugOf(order.drugId)
    const vials = (await vialsInSafe(tx)).filter(({ drugId }) => drugIds.has(drugId) || drugId === order.drugId)
    const tasks = await openTasksOf(tx, sessionId)
    const { secondPerson } = await policiesHere(tx, session.folded)
    const about = [...booking(session), ...lines.map(({ id }) => id), ...tasks.map(({ eventId }) => eventId)]
    return shows([session.personId], {
      sessionId,
      personId: session.personId,
      now: nowIn(ctx, session),
      orderSignedBy: order.signedBy,
      list,
      /** The ordered drug, held against the patient's allergies like those of the list. */
      ordered: ordered && { drugId: ordered.id, allergy: heldAgainst(ordered, allergies) },
      lines,
      given,
      allergies: allergies.map(({ kind, text, reaction }) => ({ kind, text, reaction })),
      tasks,
      checks: checksOf(ctx, session, about, secondPerson),
      vials,
      names: await namesOf(tx, [order.signedBy, ...lines.map(({ signedBy }) => signedBy)]),
    })
  })
}

/** The acts of a visit that give a controlled drug by two people's readings. */
const booking = ({ folded }: Session): string[] =>
  Object.entries(administrationOf(folded.gives.by)?.acts ?? {}).flatMap(([act, { books }]) => (books ? [act] : []))

// How the two readings of each line and each emergency dose stand; never what anybody has read.
const checksOf = (ctx: Ctx, { id, events }: Session, about: readonly string[], holds: Policies['secondPerson']) =>
  Object.fromEntries(
    [...new Set(about)].map((each) => {
      const { kind, readings } = doseCheck(events, each, nowIn(ctx, { events }), holds)
      return [each, { kind, readings: readings.map(({ by, at }) => ({ by, at })), facts: doseFacts(id, each) }]
    }),
  )

import { type EventBody, exact } from '@dripline/clinical'
import { discharge } from '../care/session/discharge.ts'
import { giveWasteReading, wasteRemainder } from '../care/session/waste-remainder.ts'
import { type AtTheChair, amountsNow } from './at-the-chair.ts'
import type { Life } from './play.ts'
import { after } from './world.ts'

/** From the stop to the door: effects, waste, recovery, discharge. */
export async function* endOfVisitLife(chair: AtTheChair, started: Date): Life {
  const { world, who, visit, key, nurse, sessionId, chart, signs, calm } = chair
  const { stayMinutes } = visit.order
  const stopped = world.stage.now()
  await chart('effects', effects(chair, started))
  yield after(stopped, 4)
  await chart('recovering', { kind: 'recovering' })
  yield after(stopped, 6)
  await wasteWhatIsLeft(chair)
  for (let minute = 15; minute < stayMinutes; minute += 15) {
    yield after(stopped, minute)
    await chart(`after ${minute}`, signs(6 - minute / 10, `after ${minute}`))
  }
  yield after(stopped, stayMinutes)
  await chart('last signs', calm)
  const pain = who.course.indication === 'pain' ? 4 : null
  await chart('last scores', { kind: 'scores', dissociation: 0, distress: 0, pain, sedation: 0 })
  for (const gate of ['escort', 'walks', 'mood', 'instructions'] as const)
    await chart(`gate ${gate}`, { kind: 'home-check', gate, isMet: true, note: null })
  yield after(stopped, stayMinutes + 3)
  await world.stage.act(key('discharge'), nurse, (ctx) => discharge(ctx, { sessionId }))
}

const effects = ({ world, key }: AtTheChair, started: Date): EventBody =>
  world.stage.chance.of(key('effect')) < 0.35
    ? {
        kind: 'adverse-effect',
        term: 'Drowsiness',
        onset: started.toISOString(),
        grade: 1,
        action: 'Watched',
        outcome: 'Gone before leaving',
      }
    : { kind: 'no-adverse-effects' }

// Both stand at the chair; each reads the mL of the bag on their own tablet.
const wasteWhatIsLeft = async (chair: AtTheChair) => {
  const { world, key, nurse, second, sessionId } = chair
  const left = await amountsNow(chair)
  if (left === null || exact(left.remainingMl).isZero()) return
  const reading = { sessionId, ml: left.remainingMl, of: 'bag' as const }
  await world.stage.act(key('first waste reading'), nurse, (ctx) => giveWasteReading(ctx, reading))
  await world.stage.act(key('second waste reading'), second, (ctx) => giveWasteReading(ctx, reading))
  await world.stage.act(key('waste'), second, (ctx) => wasteRemainder(ctx, { sessionId }))
}

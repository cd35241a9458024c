import { type EventBody, exact, plain } from '@dripline/clinical'
import { changeRate } from '../care/session/change-rate.ts'
import { giveDrug } from '../care/session/drugs/give-drug.ts'
import type { AtTheChair } from './at-the-chair.ts'
import type { Life } from './play.ts'
import { after } from './world.ts'

const CHECKS = [5, 10, 15]

/** What is seen and done while the pump runs, from its start for so many minutes. */
export async function* runningLife(chair: AtTheChair, started: Date, minutes: number): Life {
  const { world, who, visit, key, chart, signs } = chair
  const times = [...CHECKS, ...Array.from({ length: 40 }, (_, i) => 30 + 15 * i)].filter((minute) => minute < minutes)
  for (const minute of times) {
    yield after(started, minute)
    await chart(`signs ${minute}`, signs(Math.min(18, minute / 3), `signs ${minute}`))
    if (minute % 30 === 0) await chart(`scores ${minute}`, scores(chair, minute))
    if (minute === 30 && world.stage.chance.of(key('nausea')) < 0.15) await nausea(chair)
    if (minute === 45 && visit.number === 2 && who.course.indication === 'pain') await slowDown(chair)
  }
}

const scores = ({ world, who, key }: AtTheChair, minute: number): EventBody => {
  const height = who.course.indication === 'pain' ? 4 : 6
  const far = Math.round(height * (1 - Math.exp(-minute / 30)) + world.stage.chance.normal(key(`far ${minute}`)))
  const dissociation = Math.max(0, Math.min(10, far))
  return {
    kind: 'scores',
    dissociation,
    distress: Math.round(dissociation / 3),
    pain: who.course.indication === 'pain' ? Math.max(0, Math.round(who.symptoms.baseline - 2)) : null,
    sedation: dissociation > 4 ? -1 : 0,
  }
}

// Some are sick half an hour in: ondansetron of the clinic's list, in its usual dose.
const nausea = ({ world, key, nurse, sessionId }: AtTheChair) => {
  const dose = { drugId: 'ondansetron', route: 'IV' as const, mg: '4', reason: 'Nausea', lineId: null, allergiesRead: [] }
  return world.stage.act(key('ondansetron'), nurse, (ctx) => giveDrug(ctx, { sessionId, ...dose }))
}

// A rate that was lowered for a quarter of an hour and put back: it makes the infusion end later than ordered.
const slowDown = ({ world, visit, key, nurse, sessionId }: AtTheChair) => {
  const rateMlPerHour = plain(exact(visit.order.rateMlPerHour).times('0.8'), 1)
  return world.stage.act(key('slower'), nurse, (ctx) =>
    changeRate(ctx, { sessionId, rateMlPerHour, reason: 'Feels too far away' }),
  )
}

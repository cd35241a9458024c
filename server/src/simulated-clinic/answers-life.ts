import { dateOf } from '@dripline/clinical'
import type { Dose } from '@dripline/engine'
import { closeAlert } from '../care/alerts/close-alert.ts'
import { ownAlert } from '../care/alerts/own-alert.ts'
import { openAlerts } from '../care/alerts/store.ts'
import { answerByLink, enterPhq9 } from '../care/outcomes/answer-assessment.ts'
import type { AnswerSent } from '../care/outcomes/assessment.ts'
import type { Asked } from '../care/outcomes/plan-follow-up.ts'
import { type Actor, inClinic } from '../platform/context.ts'
import { shows } from '../platform/shown.ts'
import { zone } from './calendar.ts'
import type { Person } from './person-in-play.ts'
import type { Life } from './play.ts'
import { after, person, type World } from './world.ts'

const DAY_MS = 86_400_000

/** One question of the weeks before and after, answered some hours later, or never. */
export async function* answersLife(world: World, who: Person, asked: Asked, given: readonly Dose[]): Life {
  const { stage } = world
  const { number, indication } = who.course
  const key = `${number} answer ${asked.assessmentId}`
  const due = new Date(asked.dueAt)
  const about = `${asked.kind} ${dateOf(asked.dueAt, zone)}`
  if (who.symptoms.isSilent(about)) return
  yield after(due, stage.chance.between(3, 400, about, number))
  if (asked.kind === 'phq-9') {
    const { total, item9 } = who.symptoms.depression(asked.day)
    const entered = await stage.act(key, person(world, 'heron'), (ctx) =>
      enterPhq9(ctx, { assessmentId: asked.assessmentId, total, item9: item9 as 0 | 1 }),
    )
    if (entered && item9 > 0) yield* alertLife(world, key)
    return
  }
  const first = who.firstStart(stage.now())
  const days = given.length === 0 ? -1 : (due.getTime() - first.getTime()) / DAY_MS
  const holder: Actor = { kind: 'link', id: asked.assessmentId, purpose: 'check-in', recordId: asked.assessmentId }
  const answer = answerOf(who, asked, indication, days, given)
  const saved = await stage.act(key, holder, (ctx) => answerByLink(ctx, answer))
  if (saved?.isCrisis) yield* alertLife(world, key)
}

const answerOf = (
  { symptoms, course }: Person,
  asked: Asked,
  indication: string,
  days: number,
  given: readonly Dose[],
): AnswerSent => {
  const sideEffects = symptoms.isSilent(`effects ${asked.day} ${course.number}`) ? ['drowsiness'] : ['none']
  if (indication === 'depression') return { mood: symptoms.depression(asked.day).mood, safetyQuestion: 'no', sideEffects }
  const day28 =
    asked.kind === 'follow-up' && asked.day === 28 ? ({ newProcedure: 'no', rescueInfusion: 'no', opioidsUp: 'no' } as const) : {}
  return { pain: symptoms.pain(days, given), ...(asked.kind !== 'daily pain' && { sideEffects }), ...day28 }
}

// Somebody takes it, and closes it by name and action when the person is known to be safe.
export async function* alertLife(world: World, key: string): Life {
  const { stage } = world
  const nurse = person(world, 'heron')
  yield after(stage.now(), 20)
  const alertId = stage.isFresh() ? await newestAlert(world) : ''
  await stage.act(`${key} own`, nurse, (ctx) => ownAlert(ctx, { alertId }))
  yield after(stage.now(), 45)
  await stage.act(`${key} close`, nurse, (ctx) =>
    closeAlert(ctx, { alertId, action: 'Rang back at once; safe, with family, has the crisis lines; prescriber told.' }),
  )
}

const newestAlert = ({ stage }: World) =>
  inClinic(stage.reading({ kind: 'system', name: 'play' }), 'find-alert', async (tx) => {
    const last = (await openAlerts(tx)).at(-1)
    return shows(last ? [last] : [], last?.id ?? '')
  })

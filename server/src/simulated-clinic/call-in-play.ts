import { bookCall } from '../care/booking/book-call.ts'
import { keepEvaluation } from '../care/booking/close-appointment.ts'
import { endCall } from '../care/booking/end-call.ts'
import { enterAnswer } from '../care/booking/enter-answer.ts'
import { startCall } from '../care/booking/start-call.ts'
import { addDays, at, workday, zone } from './calendar.ts'
import type { Person } from './person-in-play.ts'
import { after, person, type World } from './world.ts'

export type Known = { personId: string; evaluation: { id: string; start: Date } | null }

/** Somebody books a call on the public page and has it; gives the person when the call led to an evaluation, and when that is. */
export async function* callerLife(
  world: World,
  who: Person,
  day: string,
  evaluationOn: string,
): AsyncGenerator<Date, Known | null, void> {
  const { number } = who.course
  yield at(day, 19, number % 60)
  const booked = await bookedCall(world, number, who.name, workday(addDays(day, 1)))
  if (!booked) return null
  const callAt = new Date(booked.start)
  yield callAt
  const done = await callHeld(world, number, booked.id, 'book evaluation')
  if (!done) return null
  yield after(callAt, 13)
  return { personId: booked.personId, evaluation: await evaluationBooked(world, number, booked.id, evaluationOn) }
}

const EVALUATION_TIMES = [
  [13, 0],
  [12, 15],
  [11, 30],
  [10, 45],
  [10, 0],
  [9, 15],
  [8, 30],
] as const

/** The call ends with the first time of the day at which the prescriber is still free; where there is none, the clinic calls to book. */
const evaluationBooked = async (world: World, number: number, appointmentId: string, day: string) => {
  const caller = person(world, 'caller')
  const end = { appointmentId, outcome: 'book evaluation' } as const
  for (const [i, [hour, minute]] of EVALUATION_TIMES.entries()) {
    const start = at(day, hour, minute)
    const book = { start: start.toISOString(), place: 'clinic' } as const
    const ended = await world.stage.act(`${number} end call ${i}`, caller, (ctx) =>
      endCall(ctx, { ...end, next: 'evaluation booked', book }),
    )
    if (ended?.bookedId) return { id: ended.bookedId, start }
  }
  await world.stage.act(`${number} end call`, caller, (ctx) => endCall(ctx, { ...end, next: 'we call to book' }))
  return null
}

const EVALUATION_MINUTES = 45

/** The prescriber holds the evaluation; what was found is written down after it. */
export async function* evaluationHeld(world: World, number: number, { evaluation }: Known): AsyncGenerator<Date, void, void> {
  if (evaluation === null) return
  yield after(evaluation.start, EVALUATION_MINUTES)
  await world.stage.act(`${number} evaluation`, person(world, 'prescriber'), (ctx) =>
    keepEvaluation(ctx, { appointmentId: evaluation.id }),
  )
}

export const contactOf = (number: number, name: string, start: Date) => ({
  state: 'VA',
  start: start.toISOString(),
  zone,
  name,
  phone: `+1540555${String(1000 + number)}`,
  email: `${name.toLowerCase().replace(' ', '.')}.${number}@example.net`,
})

const CALL_HOURS = [9, 10, 15, 16, 12, 13]

/** The first of a few times that is still free; somebody on the public page may have taken one. */
const bookedCall = async ({ stage }: World, number: number, name: string, day: string) => {
  for (const [i, hour] of CALL_HOURS.entries()) {
    const start = at(day, hour, 15 * ((number + i) % 4))
    const booked = await stage.act(`${number} book ${i}`, { kind: 'visitor', address: '127.0.0.1' }, (ctx) =>
      bookCall(ctx, contactOf(number, name, start)),
    )
    if (booked) return booked
  }
  return null
}

/** The call itself: safety first, then the flags. */
export const callHeld = async ({ stage, ...world }: World, number: number, appointmentId: string, outcome: string) => {
  const caller = person({ stage, ...world }, 'caller')
  const call = await stage.act(`${number} call`, caller, (ctx) => startCall(ctx, { appointmentId }))
  if (!call) return null
  const say = (question: string, answer: string) =>
    stage.act(`${number} said ${question}`, caller, (ctx) => enterAnswer(ctx, { appointmentId, question, answer }))
  await say('safety', 'no')
  for (const flag of ['heart-event', 'angina', 'psychosis', 'allergy']) await say(`flag:${flag}`, 'no')
  await say(
    'notes',
    outcome === 'book evaluation' ? 'Wants to understand what to expect; would like to come.' : 'Will think about it.',
  )
  return call
}

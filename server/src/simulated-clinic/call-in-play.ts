import { bookCall } from '../care/booking/book-call.ts'
import { endCall } from '../care/booking/end-call.ts'
import { enterAnswer } from '../care/booking/enter-answer.ts'
import { startCall } from '../care/booking/start-call.ts'
import { addDays, at, workday, zone } from './calendar.ts'
import type { Person } from './patient-life.ts'
import { after, person, type World } from './world.ts'

/** Somebody books a call on the public page and has it; gives the person when the call led to an evaluation. */
export async function* callerLife(
  world: World,
  who: Person,
  day: string,
): AsyncGenerator<Date, { personId: string } | null, void> {
  const { stage } = world
  const { number } = who.course
  yield at(day, 19, number % 60)
  const booked = await bookedCall(world, number, who.name, workday(addDays(day, 1)))
  if (!booked) return null
  const callAt = new Date(booked.start)
  yield callAt
  const done = await callHeld(world, number, booked.id, 'book evaluation')
  if (!done) return null
  yield after(callAt, 13)
  await stage.act(`${number} end call`, person(world, 'caller'), (ctx) =>
    endCall(ctx, { appointmentId: booked.id, outcome: 'book evaluation', next: 'we call to book' }),
  )
  return { personId: booked.personId }
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

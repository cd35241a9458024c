import { bookCall } from '../care/booking/book-call.ts'
import { endCall } from '../care/booking/end-call.ts'
import { decide } from '../care/screening/decide.ts'
import { screenPerson } from '../care/screening/screen-person.ts'
import { addDays, at, workdaysFrom } from './calendar.ts'
import { inventedName } from './cast.ts'
import { answersOf, callerLife, callHeld, contactOf, type Person } from './patient-life.ts'
import type { Life } from './play.ts'
import { symptomsOf } from './symptoms.ts'
import { after, person, type World } from './world.ts'

const OUTCOMES = ['declined', 'need records', 'not suitable now', 'declined'] as const
const HOURS = [11, 14] as const

/** Two calls a day, late in the morning and after lunch, that lead no further for now; so some are always waiting. */
export async function* callersLife(world: World, from: string): Life {
  for (let day = from, number = 300; ; day = workdaysFrom(day, 1), number += HOURS.length) {
    yield at(addDays(day, -2), 20)
    for (const [i, hour] of HOURS.entries())
      await world.stage.enter(callLife(world, 300 + ((number + i) % 100), `${day} ${hour}`, at(day, hour)))
  }
}

async function* callLife({ stage, ...rest }: World, number: number, key: string, callAt: Date): Life {
  const world = { stage, ...rest }
  yield after(stage.now(), 5 + (number % 7))
  const booked = await stage.act(`${key} book`, { kind: 'visitor', address: '127.0.0.1' }, (ctx) =>
    bookCall(ctx, contactOf(number, inventedName(number), callAt)),
  )
  if (!booked) return
  yield callAt
  const outcome = OUTCOMES[number % OUTCOMES.length] ?? 'declined'
  const caller = person(world, 'caller')
  if (!(await callHeld(world, Number(key.replace(/\D/g, '')), booked.id, outcome))) return
  yield after(callAt, 11)
  await stage.act(`${key} end`, caller, (ctx) =>
    endCall(ctx, { appointmentId: booked.id, outcome, nextStep: 'Will call us when ready' }),
  )
}

/** Somebody whom a rule defers: a pressure that stays high. */
export async function* deferredLife(world: World, number: number, day: string): Life {
  const { stage } = world
  const course = { number, indication: 'pain' as const, chair: 0, hour: 8, minute: 15, days: [day], stopsIn: null }
  const who: Person = {
    course,
    name: inventedName(number),
    weightKg: '90',
    mayConceive: false,
    symptoms: symptomsOf(stage.chance, number, 'pain', 90),
    acknowledged: [],
    firstStart: (at) => at,
  }
  const known = yield* callerLife(world, who, addDays(day, -3))
  if (!known) return
  yield at(day, 15, 20)
  const answers = { ...answersOf(who, '1968-03-11'), systolic: 168, diastolic: 102, bloodPressureRepeated: 'yes' as const }
  const baseline = { painNow: 7, painAverage: 7, painWorst: 9 }
  const screening = await stage.act(`${number} screening`, person(world, 'heron'), (ctx) =>
    screenPerson(ctx, { personId: known.personId, answers, baseline }),
  )
  if (!screening) return
  const { screeningId } = screening
  yield after(stage.now(), 30)
  await stage.act(`${number} decision`, person(world, 'prescriber'), (ctx) =>
    decide(ctx, {
      screeningId,
      decision: 'defer',
      reason: 'Pressure 168/102 on repeat: to the family doctor first, then screen again.',
      acknowledged: [],
      overrides: [],
    }),
  )
}

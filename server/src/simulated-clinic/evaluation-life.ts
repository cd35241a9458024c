import { consentText, rules } from '@dripline/clinical'
import { changePerson } from '../care/people/change-person.ts'
import { signConsent } from '../care/people/sign-consent.ts'
import { decide } from '../care/screening/decide.ts'
import { screenPerson } from '../care/screening/screen-person.ts'
import { addDays, at } from './calendar.ts'
import { callerLife, evaluationHeld } from './call-in-play.ts'
import { inventedName, sexOf } from './cast.ts'
import { chartWritten } from './chart-in-play.ts'
import { answersOf } from './patient-life.ts'
import type { Person } from './person-in-play.ts'
import type { Life } from './play.ts'
import type { Evaluation } from './script.ts'
import { symptomsOf } from './symptoms.ts'
import { after, person, type World } from './world.ts'

/** What the cuff shows, and with it what the rules say. */
const pressures = {
  deferred: { systolic: 168, diastolic: 102, bloodPressureRepeated: 'yes' },
  undecided: { systolic: 146, diastolic: 92, bloodPressureRepeated: 'no' },
  accepted: { systolic: 126, diastolic: 78, bloodPressureRepeated: 'no' },
} as const

const decisions = {
  deferred: { decision: 'defer', reason: 'Pressure 168/102 on repeat: to the family doctor first, then screen again.' },
  accepted: { decision: 'accept', reason: 'Four treatments before; nothing stands in the way.' },
} as const

/** Somebody who comes to be evaluated and gets no course yet, so that every step of the way has somebody waiting at it. */
export async function* evaluationLife(world: World, { number, day, ends }: Evaluation): Life {
  const { stage } = world
  const course = { number, indication: 'pain' as const, chair: 0, hour: 8, minute: 15, days: [day], stopsIn: null }
  const who: Person = {
    course,
    name: inventedName(number),
    weightKg: '78',
    mayConceive: false,
    symptoms: symptomsOf(stage.chance, number, 'pain', 78),
    acknowledged: [],
    firstStart: (start) => start,
  }
  const known = yield* callerLife(world, who, addDays(day, -4), day)
  if (!known) return
  yield* evaluationHeld(world, number, known)
  const { personId } = known
  yield at(day, 15, 20 + (number % 10))
  const [born, desk, nurse] = ['1968-03-11', person(world, 'desk'), person(world, 'heron')]
  const facts = { personId, dateOfBirth: born, sex: sexOf(number), heightCm: '172' }
  await stage.act(`${number} person`, desk, (ctx) => changePerson(ctx, facts))
  await chartWritten(world, number, 'pain', personId)
  const answers = { ...answersOf(who, born), ...pressures[ends] }
  const baseline = { painNow: 7, painAverage: 7, painWorst: 9 }
  const screening = await stage.act(`${number} screening`, nurse, (ctx) => screenPerson(ctx, { personId, answers, baseline }))
  if (!screening || ends === 'undecided') return
  yield after(stage.now(), 30)
  const decided = {
    screeningId: screening.screeningId,
    ...decisions[ends],
    acknowledged: rules.map(({ id }) => id),
    overrides: [],
  }
  await stage.act(`${number} decision`, person(world, 'prescriber'), (ctx) => decide(ctx, decided))
  if (ends === 'deferred') return
  yield after(stage.now(), 20)
  const { version, teachBack } = consentText
  const consent = { personId, indication: 'pain' as const, version, signedName: who.name, saidBack: [...teachBack] }
  await stage.act(`${number} consent`, nurse, (ctx) => signConsent(ctx, consent))
}

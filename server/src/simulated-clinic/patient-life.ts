import { type Answers, consentText, rules, wellPerson } from '@dripline/clinical'
import type { Dose } from '@dripline/engine'
import { planFollowUp } from '../care/outcomes/plan-follow-up.ts'
import { changePerson } from '../care/people/change-person.ts'
import { signConsent } from '../care/people/sign-consent.ts'
import { signPlan } from '../care/planning/sign-plan.ts'
import { decide } from '../care/screening/decide.ts'
import { screenPerson } from '../care/screening/screen-person.ts'
import type { Actor } from '../platform/context.ts'
import { alertLife, answersLife } from './answers-life.ts'
import { addDays, at, workday, workdaysFrom } from './calendar.ts'
import { callerLife, evaluationHeld } from './call-in-play.ts'
import { inventedName, sexOf } from './cast.ts'
import { chartWritten } from './chart-in-play.ts'
import { type OrderInPlay, orderFor } from './order-in-play.ts'
import type { Person } from './person-in-play.ts'
import type { Life } from './play.ts'
import type { Course } from './script.ts'
import { symptomsOf } from './symptoms.ts'
import { visitLife } from './visit-life.ts'
import { after, person, type World } from './world.ts'

const DAYS_BEFORE = { call: 17, booking: 18, screening: 15, plan: 13 } as const
const acknowledged = rules.map(({ id }) => id)

const personOf = ({ stage }: World, course: Course): Person => {
  const { number, indication } = course
  const weightKg = String(stage.chance.between(52, 96, 'weight', number))
  let first: Date | null = null
  return {
    course,
    name: inventedName(number),
    weightKg,
    mayConceive: sexOf(number) === 'female' && stage.chance.of('age', number) < 0.4,
    symptoms: symptomsOf(stage.chance, number, indication, Number(weightKg)),
    acknowledged,
    firstStart: (started) => {
      first ??= started
      return first
    },
  }
}

/** One person's whole way: call, screening, consent, plan, visits; the answers of the weeks after come in beside it. */
export async function* patientLife(world: World, course: Course): Life {
  const who = personOf(world, course)
  const first = course.days[0]
  if (!first) return
  const screeningOn = workday(addDays(first, -DAYS_BEFORE.screening))
  const known = yield* callerLife(world, who, addDays(first, -DAYS_BEFORE.booking), screeningOn)
  if (!known) return
  yield* evaluationHeld(world, course.number, known)
  yield at(screeningOn, 14, course.number % 50)
  if (!(await screened(world, who, known.personId))) return
  yield at(workday(addDays(first, -DAYS_BEFORE.plan)), 15, course.number % 50)
  const signed = await planned(world, who, known.personId)
  if (!signed) return
  const given: Dose[] = []
  await followUp(world, who, signed.planId, given)
  for (const [i, day] of course.days.entries()) {
    const appointmentId = signed.visits[i]
    if (!appointmentId) continue
    const begins = at(day, course.hour, course.minute)
    yield* visitLife(
      world,
      who,
      { number: i + 1, appointmentId, begins, order: signed.order, stopsEarly: course.stopsIn === i + 1 },
      given,
    )
    yield after(world.stage.now(), 5)
    await followUp(world, who, signed.planId, given)
  }
}

// What is newly asked is answered beside the visits, in its own time.
const followUp = async (world: World, who: Person, planId: string, given: readonly Dose[]) => {
  const { stage } = world
  const planner: Actor = { kind: 'system', name: 'follow-up' }
  const plan = await stage.act(`${who.course.number} follow-up ${given.length} ${stage.now().toISOString()}`, planner, (ctx) =>
    planFollowUp(ctx, { planId }),
  )
  for (const asked of plan?.asked ?? []) await stage.enter(answersLife(world, who, asked, given))
}

const screened = async (world: World, who: Person, personId: string) => {
  const { stage } = world
  const { number, indication } = who.course
  const desk = person(world, 'desk')
  const born = `${1950 + stage.chance.between(0, 45, 'born', number)}-0${1 + (number % 9)}-1${number % 9}`
  await stage.act(`${number} person`, desk, (ctx) =>
    changePerson(ctx, {
      personId,
      dateOfBirth: born,
      sex: sexOf(number),
      heightCm: String(158 + (number % 30)),
    }),
  )
  await chartWritten(world, number, indication, personId)
  const answers = answersOf(who, born)
  const { painNow, level } = { painNow: Math.round(who.symptoms.baseline), level: who.symptoms.depression(-14) }
  const baseline =
    indication === 'pain'
      ? { painNow, painAverage: painNow, painWorst: Math.min(10, painNow + 2) }
      : { mood: level.mood, phq9Total: level.total }
  const nurse = person(world, 'heron')
  const screening = await stage.act(`${number} screening`, nurse, (ctx) =>
    screenPerson(ctx, {
      personId,
      answers: indication === 'depression' ? { ...answers, phq9Item9: level.item9 as 0 | 1 } : answers,
      baseline,
    }),
  )
  if (!screening) return null
  if (level.item9 > 0 && indication === 'depression') await stage.enter(alertLife(world, `${number} screening`))
  const decision = {
    screeningId: screening.screeningId,
    decision: 'accept' as const,
    reason: 'Tried what comes first; nothing stands in the way.',
    acknowledged,
    overrides: [],
  }
  return stage.act(`${number} decision`, person(world, 'prescriber'), (ctx) => decide(ctx, decision))
}

export const answersOf = ({ course, weightKg, mayConceive }: Person, dateOfBirth: string): Partial<Answers> => ({
  ...wellPerson(course.indication),
  dateOfBirth,
  ...(mayConceive && { pregnancy: 'not-pregnant', pregnancyTest: 'negative' }),
  systolic: 124,
  diastolic: 78,
  ...(course.indication === 'pain' && {
    painCondition: course.number % 5 === 4 ? 'neuropathic' : 'crps',
    painMonths: 26,
    treatmentsTried: 4,
  }),
  weightKg,
  heightCm: '170',
})

type Signed = { planId: string; visits: string[]; order: OrderInPlay }

const planned = async (world: World, who: Person, personId: string): Promise<Signed | null> => {
  const { stage } = world
  const { number, indication, days, hour, minute, chair } = who.course
  const nurse = person(world, 'heron')
  const consent = {
    personId,
    indication,
    version: consentText.version,
    signedName: who.name,
    saidBack: [...consentText.teachBack],
  }
  await stage.act(`${number} consent`, nurse, (ctx) => signConsent(ctx, consent))
  const order = orderFor(who)
  if (!order) return null
  const chairId = world.chairs[chair]
  const visits = days.map((day) => ({ start: at(day, hour, minute).toISOString(), ...(chairId !== undefined && { chairId }) }))
  const dose = {
    protocolId: order.protocolId,
    weightKg: who.weightKg,
    weightAt: workdayMorning(who),
    vialMgPerMl: '50' as const,
    infusate: order.infusate,
  }
  const signed = await stage.act(`${number} plan`, person(world, 'prescriber'), (ctx) =>
    signPlan(ctx, { personId, dose, visits, acknowledged: [...acknowledged, ...order.soft] }),
  )
  return signed && { planId: signed.planId, visits: signed.appointmentIds, order: order.inPlay }
}

const workdayMorning = ({ course }: Person) =>
  at(workdaysFrom(workday(addDays(course.days[0] ?? '', -DAYS_BEFORE.screening)), 0), 9).toISOString()

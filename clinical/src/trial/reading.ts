import type { Line, TriedAct } from './line.ts'
import { readingOfDischarge } from './reading-discharge.ts'
import { readingOfDose } from './reading-dose.ts'
import { hasTwo, isFresh, isHighTwice, isOver, outside } from './reading-signs.ts'
import { day, hour, isPumpRead, last, minute, type World } from './world.ts'

const before = ['draw-up', 'start'] as const
const running = ['resume', 'raise'] as const

const answer = ({ answers }: World, key: string) => last(answers[key] ?? [])
const isToday = (world: World, at: number | undefined) => at !== undefined && dayOf(at) === dayOf(world.now)
/** The sequences live in a clinic whose day turns at five in the morning, universal time: New York in winter. */
const dayOf = (at: number) => Math.floor((at - 5 * hour) / day)

const licensed = ['nurse', 'second nurse', 'prescriber']

/** The two newest readings are of two licensed people, not half an hour old, of one vial, and each is what is ordered. */
const agree = ({ readings, order, now }: World) => {
  const [one, other] = readings.slice(-2)
  if (!one || !other || one.by === other.by || one.vial !== other.vial) return false
  return [one, other].every(
    ({ by, at, mg, ml, rate }) =>
      licensed.includes(by) && now - at <= 30 * minute && mg === order.mg && ml === order.ml && rate === order.rate,
  )
}

const excluding: readonly (readonly [row: string, key: string, excludes: string])[] = [
  ['S01', 'ketamineAllergy', 'yes'],
  ['S06', 'psychosis', 'yes'],
  ['S07', 'mania', 'yes'],
  ['S12', 'unstableAngina', 'yes'],
  ['S14', 'vesselMalformation', 'yes'],
  ['S14', 'brainBleed', 'yes'],
  ['S16', 'raisedBrainPressure', 'yes'],
  ['S21', 'ketamineMisuse', 'yes'],
  ['S29', 'confusion', 'yes'],
]

export const lines: readonly Line[] = [
  {
    says: 'two different identifiers were confirmed',
    from: '9.5 step 2',
    acts: before,
    forbids: ({ checkIn }) => checkIn === null || !checkIn.areTwo,
  },
  { says: 'an escort is named', from: 'S46', acts: before, forbids: ({ checkIn }) => checkIn === null || !checkIn.hasEscort },
  {
    says: 'weight was measured today and lies within 2 % of the order',
    from: '9.4',
    acts: before,
    forbids: (world) => {
      const scale = last(world.weights)
      const signed = world.order.weightKg
      return !scale || !isToday(world, scale.at) || Math.abs(scale.kg - signed) * 100 > 2 * signed
    },
  },
  { says: 'pressure is under 180/110', from: 'S09', acts: before, forbids: (world) => isOver(world, 180, 110) },
  { says: 'pressure is not 160/100 twice', from: 'S10', acts: before, forbids: isHighTwice },
  {
    says: 'the pressure is not older than 15 min',
    from: 'policy of signs',
    acts: ['start', 'resume', 'raise'],
    forbids: (world) => !isFresh(world, last(world.pressures.filter(hasTwo)), 15),
  },
  {
    says: 'pressure is under 180/110 while a dose is in',
    from: '9.3',
    acts: running,
    forbids: (world) => isOver(world, 180, 110),
  },
  {
    says: 'pulse is known, fresh and 50 to 110',
    from: '9.3',
    acts: ['start'],
    forbids: (world) => outside(world, last(world.pulse), 15, 50, 110),
  },
  {
    says: 'pulse is known, fresh and 45 to 120 while a dose is in',
    from: '9.3',
    acts: running,
    forbids: (world) => outside(world, last(world.pulse), 15, 45, 120),
  },
  {
    says: 'SpO₂ is known, fresh and 94 or more',
    from: '9.3',
    acts: ['start', 'controlled-dose'],
    forbids: (world) => outside(world, last(world.spo2), 15, 94, 100),
  },
  {
    says: 'SpO₂ is known, fresh and 92 or more while a dose is in',
    from: '9.3',
    acts: running,
    forbids: (world) => outside(world, last(world.spo2), 15, 92, 100),
  },
  {
    says: 'RASS is known and −1 to 1',
    from: '9.5 step 8',
    acts: ['start', 'controlled-dose'],
    forbids: (world) => outside(world, last(world.sedation), 30, -1, 1),
  },
  {
    says: 'RASS is known and −2 to 2 while a dose is in',
    from: '9.3',
    acts: running,
    forbids: (world) => outside(world, last(world.sedation), 30, -2, 2),
  },
  {
    says: 'a value that asks for a call or a stop was answered',
    from: '9.3',
    acts: ['draw-up', 'start', 'resume', 'raise'],
    forbids: ({ unanswered }) => unanswered.length > 0,
  },
  {
    says: 'a consent is signed and stands',
    from: 'S49',
    acts: before,
    forbids: ({ consent, now }) => consent === null || consent.isWithdrawn || now - consent.at > 366 * day,
  },
  {
    says: 'a consent was not taken back while a dose is in',
    from: '7.4',
    acts: running,
    forbids: ({ consent }) => consent === null || consent.isWithdrawn,
  },
  {
    says: 'nobody is acute: ASQ and C-SSRS',
    from: 'S30',
    acts: before,
    forbids: (world) => answer(world, 'asqResult')?.value === 'acute' || answer(world, 'cssrsCategory')?.value === 'high',
  },
  {
    says: 'for depression safety was asked today',
    from: '9.5 step 5',
    acts: before,
    forbids: (world) =>
      world.indication === 'depression' &&
      !['safetyQuestion', 'asqResult', 'cssrsCategory'].some((key) => isToday(world, answer(world, key)?.at)),
  },
  {
    says: 'a raised answer was followed by the ASQ',
    from: 'S31',
    acts: before,
    forbids: (world) => {
      const said = ['safetyQuestion', 'phq9Item9'].flatMap((key) => world.answers[key] ?? [])
      const newest = [answer(world, 'safetyQuestion'), answer(world, 'phq9Item9')]
      const raised = said.filter((each) => each.value !== 'no' && each.value !== 0)
      const asq = answer(world, 'asqResult')
      return raised.some((each) => (newest.includes(each) || isToday(world, each.at)) && (!asq || asq.at < each.at))
    },
  },
  {
    says: 'there is no pregnancy, and a test where there could be one',
    from: 'S03, S04',
    acts: before,
    forbids: (world) => {
      const could = answer(world, 'pregnancy')?.value
      const test = answer(world, 'pregnancyTest')
      const isTested = test?.value === 'negative' && dayOf(world.now) - dayOf(test.at) <= 7
      if (could === undefined || could === 'not-sure' || could === 'pregnant' || test?.value === 'positive') return true
      return could === 'not-pregnant' && !isTested
    },
  },
  ...excluding.map(
    ([row, key, excludes]): Line => ({
      says: `${key} is known, and not ${excludes}`,
      from: `${row}, S52`,
      acts: before,
      forbids: (world) => {
        const known = answer(world, key)?.value
        return known === undefined || known === 'not-sure' || known === excludes
      },
    }),
  ),
  {
    says: 'the order is signed for now, its course open, and what was sent back a prescriber has answered',
    from: '9.5 step 9',
    acts: ['draw-up', 'start', 'resume', 'raise', 'controlled-dose'],
    forbids: ({ order, now, isSentBack, isCourseClosed }) =>
      isCourseClosed || isSentBack || now < order.from || now >= order.until,
  },
  {
    says: 'what the pump gave was read from its display after it last ran',
    from: '9.5 steps 18 and 19',
    acts: ['waste', 'discharge'],
    forbids: (world) => world.started !== null && !isPumpRead(world),
  },
  {
    says: 'what hangs is what is ordered',
    from: '9.5 step 12',
    acts: ['start'],
    forbids: ({ drawn, order }) =>
      drawn === null || drawn.mg !== order.mg || drawn.finalMl !== order.finalMl || drawn.ml !== order.ml,
  },
  {
    says: 'two licensed people read what the order says, each alone',
    from: '9.5 step 12',
    acts: ['draw-up'],
    forbids: (world) => !agree(world),
  },
  {
    says: 'one vial, of the ordered drug and strength, full enough',
    from: '9.5 step 12',
    acts: ['draw-up'],
    forbids: ({ readings, vials, order }) => {
      const vial = vials[last(readings)?.vial ?? -1]
      if (!vial) return true
      const isRight = vial.drug === order.drug && vial.mgPerMl === order.mgPerMl
      return !isRight || vial.leftMl < order.ml - 1e-9
    },
  },
  {
    says: 'the pump is set as the order in force says',
    from: '9.5 step 12',
    acts: ['start'],
    forbids: ({ drawn, order }) => drawn?.rate !== order.rate || new Set(drawn.people).size < 2,
  },
  {
    says: 'no more than ordered',
    from: '9.3',
    acts: running,
    forbids: ({ order }, asked) => asked !== null && asked > order.rate,
  },
  {
    says: 'nothing was given too near, by any plan',
    from: '9.4',
    acts: before,
    forbids: ({ given, order, now }) => {
      const previous = given.at(-1)
      if (!previous) return false
      if (previous.planId === 'own') return now - previous.startedAt < order.leastHours * hour
      return previous.endedAt === null || now - previous.endedAt < 24 * hour
    },
  },
  {
    says: 'from twelve in twelve months on a prescriber reviewed it',
    from: 'S50',
    acts: before,
    forbids: ({ given, order, now }) =>
      !order.acknowledged && given.filter(({ startedAt }) => now - startedAt < 364 * day).length >= 12,
  },
  { says: 'a prescriber accepts the person', from: '9.1 candidacy', acts: before, forbids: ({ isAccepted }) => !isAccepted },
  { says: 'the person is in no other chair', from: 'one place', acts: before, forbids: ({ openElsewhere }) => openElsewhere },
  ...readingOfDischarge,
  ...readingOfDose,
]

/** What the policies say against an act at this moment: nothing, or every line that forbids it. */
export const forbidden = (world: World, act: TriedAct, asked: number | null = null): string[] =>
  lines.filter(({ acts, forbids }) => acts.includes(act) && forbids(world, asked)).map(({ says, from }) => `${says} (${from})`)

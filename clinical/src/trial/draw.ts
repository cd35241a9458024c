import type { Act, Doing, Reading, Scores, Vitals, Who } from './acts.ts'
import type { Chance } from './chance.ts'
import { anyDose, nextOfDose, nextOfEmergency } from './draw-dose.ts'
import { isFresh } from './reading-signs.ts'
import { isPumpRead, last, minute, type World } from './world.ts'

/** Draws the next act: mostly what a nurse would do next, often enough anything at all, by anybody, after any time. */
export const drawAct = (chance: Chance, world: World): Act => {
  const doing = chance.isSo(0.82) ? usual(chance, world) : anything(chance, world)
  return { after: waitOf(chance, world), who: whoDoes(chance, world, doing), ...doing }
}

const waitOf = (chance: Chance, world: World) => {
  const { stopped, now } = world
  if (stopped && now - stopped.at < 58 * minute && chance.isSo(0.5)) return chance.whole(8, 14)
  // The time between two doses passes.
  if (world.doses.length > 0 && !stopped && chance.isSo(0.3)) return chance.whole(7, 12)
  return usualWait(chance)
}

const usualWait = (chance: Chance) => (chance.isSo(0.93) ? chance.whole(0, 3) : chance.oneOf([6, 14, 15, 16, 31, 61, 240, 1500]))

const whoDoes = (chance: Chance, world: World, { do: what }: Doing): Who => {
  if (chance.isSo(0.04)) return chance.oneOf(['nurse', 'second nurse', 'prescriber', 'owner', 'front desk'])
  if (what === 'read' && last(world.readings)?.by === 'nurse') return 'second nurse'
  if (what === 'read-waste' && last(world.wasteReadings)?.by === 'nurse') return 'second nurse'
  if (what === 'read-dose' && last(world.doseReadings)?.by === 'nurse') return 'second nurse'
  if (what === 'read-emergency' && last(world.emergencyReadings)?.by === 'nurse') return 'second nurse'
  if (what === 'sign-line' || what === 'sign-emergency') return 'prescriber'
  return what === 'renew' || what === 'confirm-order' || what === 'override' || what === 'close-course' ? 'prescriber' : 'nurse'
}

/** What comes next for a visit that goes well, by what the notebook says. */
const usual = (chance: Chance, world: World): Doing => {
  if (world.over) return { do: 'vitals', vitals: vitalsOf(chance) }
  if (world.unanswered.length > 0 && chance.isSo(0.8)) return { do: 'acknowledge' }
  if (world.stopped) return goingHome(chance, world)
  if (world.started) return running(chance, world)
  if (world.isSentBack && chance.isSo(0.6)) return chance.isSo(0.5) ? renewal(chance) : { do: 'confirm-order' }
  if (!world.checkIn || world.needsCheckIn) return checkIn(chance)
  const safety = last(world.answers.safetyQuestion ?? [])
  if (!safety && chance.isSo(0.8)) return safetyOf(chance)
  if (safety && safety.value !== 'no' && !world.answers.asqResult && chance.isSo(0.7))
    return { do: 'answer', key: 'asqResult', value: chance.oneOf(['negative', 'negative', 'non-acute', 'acute']) }
  if (!isFresh(world, last(world.sedation), 20)) return { do: 'scores', scores: scoresOf(chance) }
  if (!world.drawn) return drawUp(chance, world)
  if (!isFresh(world, last(world.pulse), 10)) return { do: 'vitals', vitals: vitalsOf(chance) }
  return chance.isSo(0.16) ? renewal(chance) : { do: 'start' }
}

const running = (chance: Chance, world: World): Doing => {
  if (!isFresh(world, last(world.pulse), 12) && chance.isSo(0.8)) return { do: 'vitals', vitals: vitalsOf(chance) }
  if (!isFresh(world, last(world.sedation), 20) && chance.isSo(0.8)) return { do: 'scores', scores: scoresOf(chance) }
  if ((world.line || chance.isSo(0.3)) && chance.isSo(0.4)) return nextOfDose(chance, world)
  if (world.isPaused) return { do: 'resume', rateMlPerHour: rateOf(chance, world) }
  const turn = chance.whole(1, 10)
  if (turn <= 4) return { do: 'rate', rateMlPerHour: rateOf(chance, world) }
  if (turn <= 6) return { do: 'pause' }
  return turn === 7 ? { do: 'vitals', vitals: vitalsOf(chance) } : { do: 'stop' }
}

const seenThings = ['walks', 'escort', 'instructions', 'mood'] as const

const goingHome = (chance: Chance, world: World): Doing => drugFirst(chance, world) ?? thenHome(chance, world)

/** What was drawn, given and left is accounted for, now and then before the patient is looked at. */
const drugFirst = (chance: Chance, world: World): Doing | null => {
  if (!world.isRecovering && chance.isSo(0.8)) return { do: 'recovering' }
  if (world.wasteReadings.length > 0 && chance.isSo(0.6)) return waste(chance, world)
  if (world.emergencies.some(({ isVialNamed, isSigned }) => !isVialNamed || !isSigned) && chance.isSo(0.3))
    return nextOfEmergency(chance, world)
  if (!isPumpRead(world) && chance.isSo(0.6)) return { do: 'read-pump', offMl: offOf(chance) }
  if (world.drawnMg - world.givenMg - world.wastedMg > 0.005 && chance.isSo(0.2)) return waste(chance, world)
  return null
}

const thenHome = (chance: Chance, world: World): Doing => {
  const { stopped } = world
  if (!stopped || (world.now - stopped.at < 25 * minute && chance.isSo(0.6))) return { do: 'vitals', vitals: vitalsOf(chance) }
  if (!isFresh(world, last(world.pulse), 10)) return { do: 'vitals', vitals: vitalsOf(chance) }
  if ((last(world.dissociation)?.at ?? 0) < stopped.at || !isFresh(world, last(world.dissociation), 12))
    return { do: 'scores', scores: scoresOf(chance) }
  const missing = seenThings.filter(
    (what) => !world.seen.some((each) => each.what === what && each.isMet && world.now - each.at < 12 * minute),
  )
  if (missing.length > 0 && chance.isSo(0.85)) return { do: 'seen', what: chance.oneOf(missing), isMet: !chance.isSo(0.05) }
  if (world.effects === 'not asked' && chance.isSo(0.8)) return { do: 'effects' }
  return { do: 'discharge' }
}

const anything = (chance: Chance, world: World): Doing =>
  chance.oneOf<() => Doing>([
    () => checkIn(chance),
    () => safetyOf(chance),
    () => ({ do: 'answer', key: 'phq9Item9', value: chance.oneOf([0, 1, 3]) }),
    () => ({
      do: 'answer',
      key: chance.oneOf(['psychosis', 'mania', 'brainBleed', 'confusion']),
      value: chance.oneOf(['yes', 'no']),
    }),
    () => ({ do: 'answer', key: 'pregnancyTest', value: chance.oneOf(['negative', 'positive']) }),
    () => ({ do: 'answer', key: 'cssrsCategory', value: chance.oneOf(['none', 'low', 'high']) }),
    () => ({ do: 'consent' }),
    () => ({ do: 'withdraw-consent' }),
    () => renewal(chance),
    () => renewal(chance),
    () => ({ do: 'decide', isAccepted: chance.isSo(0.5) }),
    () => ({ do: 'given-elsewhere' }),
    () => ({ do: 'elsewhere', isOpen: chance.isSo(0.6) }),
    () => ({ do: 'send-back' }),
    () => ({ do: 'confirm-order' }),
    () => ({ do: 'close-course' }),
    () => drawUp(chance, world),
    () => ({ do: 'start' }),
    () => ({ do: 'rate', rateMlPerHour: rateOf(chance, world) }),
    () => ({ do: 'pause' }),
    () => ({ do: 'resume', rateMlPerHour: rateOf(chance, world) }),
    () => ({ do: 'stop' }),
    () => waste(chance, world),
    () => readOf(chance, world),
    () => ({ do: 'draw-up' }),
    () => ({ do: 'waste' }),
    () => ({ do: 'vitals', vitals: vitalsOf(chance) }),
    () => ({ do: 'scores', scores: scoresOf(chance) }),
    () => ({ do: 'acknowledge' }),
    () => ({ do: 'recovering' }),
    () => ({ do: 'seen', what: chance.oneOf(seenThings), isMet: chance.isSo(0.8) }),
    () => ({ do: 'effects' }),
    () => ({ do: 'recovery-score', total: chance.oneOf([6, 8, 9, 10]) }),
    () => ({
      do: 'override',
      gates: chance.oneOf([['stay'], ['signs'], ['dissociation', 'walks'], ['escort'], ['spo2', 'pulse']]),
    }),
    () => ({ do: 'discharge' }),
    () => ({ do: 'cancel' }),
    () => anyDose(chance, world),
    () => anyDose(chance, world),
  ])()

const renewal = (chance: Chance): Doing => ({
  do: 'renew',
  weightKg: chance.oneOf([72, 72, 72, 74, 80]),
  mgShare: chance.oneOf([1, 1, 1, 0.5]),
  rateShare: chance.oneOf([1, 0.8]),
})

const checkIn = (chance: Chance): Doing => {
  const { pulse, spo2, resp } = vitalsOf(chance)
  return {
    do: 'check-in',
    weightKg: chance.isSo(0.9) ? 72 : chance.oneOf([71, 73.4, 73.5, 74, 80]),
    vitals: { ...pressureOf(chance), pulse: pulse ?? 70, spo2: spo2 ?? 97, resp },
    areTwo: !chance.isSo(0.1),
    hasEscort: !chance.isSo(0.05),
  }
}

const safetyOf = (chance: Chance): Doing => ({
  do: 'answer',
  key: 'safetyQuestion',
  value: chance.isSo(0.9) ? 'no' : chance.oneOf(['yes', 'rather-not-say']),
})

/** The two readings one after the other, then the draw-up; now and then in another order. */
const drawUp = (chance: Chance, world: World): Doing => {
  const people = new Set(world.readings.slice(world.askedAgainAt).map(({ by }) => by))
  if (people.size === 2 && chance.isSo(0.9)) return { do: 'draw-up' }
  return readOf(chance, world)
}

const readOf = (chance: Chance, { order }: World): Doing => {
  const right: Reading = { mg: order.mg, ml: order.ml, rate: order.rate }
  const slips: readonly Reading[] = [
    { ...right, ml: right.ml * 10 },
    { ...right, rate: right.rate + 10 },
    { ...right, mg: right.mg * 10 },
  ]
  const vial = chance.isSo(0.92) ? 0 : chance.oneOf([1, 2, 3])
  return { do: 'read', vial, ...(chance.isSo(0.95) ? right : chance.oneOf(slips)) }
}

const offOf = (chance: Chance) => (chance.isSo(0.93) ? 0 : 0.5)

const waste = (chance: Chance, { wasteReadings }: World): Doing => {
  if (wasteReadings.length >= 2 && chance.isSo(0.9)) return { do: 'waste' }
  return { do: 'read-waste', offMl: offOf(chance) }
}

const rateOf = (chance: Chance, { order }: World) => order.rate * chance.oneOf([0.2, 0.4, 0.6, 0.8, 1, 1, 1.2])

const pressureOf = (chance: Chance) => {
  if (chance.isSo(0.86)) return { systolic: chance.whole(108, 138), diastolic: chance.whole(62, 86) }
  const systolic = chance.oneOf([78, 142, 158, 160, 166, 179, 180, 182, 204])
  // The door asks back a pressure whose lower value is not below the upper: that is no reading.
  return { systolic, diastolic: chance.oneOf([60, 84, 95, 99, 100, 104].filter((value) => value < systolic)) }
}

const vitalsOf = (chance: Chance): Vitals => {
  const some = <T>(usual: T, rare: readonly T[]): T => (chance.isSo(0.94) ? usual : chance.oneOf(rare))
  const isPart = chance.isSo(0.08)
  return {
    ...(isPart ? { systolic: null, diastolic: null } : pressureOf(chance)),
    pulse: isPart && chance.isSo(0.3) ? null : some<number | null>(chance.whole(60, 95), [38, 44, 47, 112, 121, 141, null]),
    spo2: some<number | null>(chance.whole(95, 99), [88, 91, 92, 93, null]),
    resp: some<number | null>(14, [5, 7, 9, 26, 31, null]),
  }
}

const scoresOf = (chance: Chance): Scores => {
  const some = (usual: number, rare: readonly (number | null)[]) => (chance.isSo(0.94) ? usual : chance.oneOf(rare))
  return {
    dissociation: some(chance.whole(0, 1), [2, 5, 7, 9, null]),
    distress: some(0, [5, 7, 9, null]),
    pain: some(2, [8, null]),
    sedation: some(0, [-1, -2, -3, -4, 1, 2, 3, null]),
  }
}

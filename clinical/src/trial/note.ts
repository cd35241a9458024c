import type { Act, Answer, Scores, Vitals } from './acts.ts'
import { isDose, noteDose } from './note-dose.ts'
import { dosed, orderOf } from './opening.ts'
import { day, hour, last, minute, noteReading, type World } from './world.ts'

/** Writes into the notebook what was really done; what was refused leaves no mark, but what was measured at a check-in does. */
export const noteDown = (world: World, act: Act, answer: Answer): void => {
  const { now: at } = world
  if (act.do === 'check-in' && answer !== 'done' && answer.includes('sent back')) {
    world.weights.push({ kg: act.weightKg, at })
    noteVitals(world, act.vitals)
    sendBack(world)
  }
  if (answer !== 'done' && act.do === 'draw-up') world.askedAgainAt = world.readings.length
  if (answer !== 'done' && act.do === 'waste') world.wasteReadings = []
  if (answer !== 'done') return
  if (isDose(act)) noteDose(world, act)
  else noteAct(world, act)
}

const noteAct = (world: World, act: Act): void => {
  const { now: at } = world
  switch (act.do) {
    case 'check-in': {
      const { systolic, diastolic } = act.vitals
      world.weights.push({ kg: act.weightKg, at })
      world.checkIn = { at, systolic, diastolic, hasEscort: act.hasEscort, areTwo: act.areTwo }
      world.needsCheckIn = false
      noteVitals(world, act.vitals)
      return
    }
    case 'vitals':
      noteVitals(world, act.vitals)
      return
    case 'scores':
      noteScores(world, act.scores)
      return
    case 'answer':
      world.answers[act.key] = [...(world.answers[act.key] ?? []), { value: act.value, at }]
      return
    case 'consent':
      world.consent = { at, isWithdrawn: false }
      return
    case 'withdraw-consent':
      if (world.consent) world.consent.isWithdrawn = true
      return
    case 'acknowledge':
      world.unanswered = []
      return
    case 'seen':
      world.seen.push({ what: act.what, isMet: act.isMet, at })
      return
    case 'effects':
      world.effects = 'none'
      return
    case 'read-pump':
      world.pumpReadAt = at
      return
    case 'recovering':
      world.isRecovering = true
      return
    case 'recovery-score':
      world.recovery.aldrete = { total: act.total, at }
      return
    case 'override':
      world.overridden.push(...act.gates)
      return
    default:
      noteStep(world, act)
      return
  }
}

const sendBack = (world: World) => {
  world.isSentBack = true
  world.needsCheckIn = true
  world.drawn = null
  world.readings = []
}

const renew = (world: World, act: Extract<Act, { do: 'renew' }>) => {
  const { now: at, order, started, indication } = world
  if (started) return
  const renewed = dosed(orderOf[indication], act)
  const { number } = order
  world.isSentBack = false
  world.order = {
    ...order,
    ...renewed,
    weightKg: act.weightKg,
    number: number + 1,
    from: at,
    until: at + day,
    acknowledged: true,
  }
  world.readings = []
  world.askedAgainAt = 0
}

const noteStep = (world: World, act: Act): void => {
  const { now: at, order } = world
  switch (act.do) {
    case 'send-back':
      sendBack(world)
      return
    case 'confirm-order':
      world.isSentBack = false
      return
    case 'renew':
      renew(world, act)
      return
    case 'decide':
      world.isAccepted = act.isAccepted
      return
    case 'given-elsewhere':
      world.given.push({ planId: 'other', startedAt: at - 2 * hour, endedAt: at - hour })
      return
    case 'elsewhere':
      world.openElsewhere = act.isOpen
      return
    case 'close-course':
      world.isCourseClosed = true
      return
    case 'read': {
      const { vial, mg, ml, rate } = act
      noteReading(world.readings, { by: act.who, at, vial, mg, ml, rate })
      return
    }
    case 'draw-up': {
      const { mg, ml, finalMl, rate } = order
      world.drawn = { mg, ml, finalMl, rate, people: world.readings.slice(-2).map(({ by }) => by) }
      world.drawnMg += mg
      const vial = world.vials[last(world.readings)?.vial ?? -1]
      if (vial) vial.leftMl -= ml
      world.readings = []
      world.askedAgainAt = 0
      return
    }
    case 'read-waste':
      world.wasteReadings.push({ by: act.who, ml: act.offMl })
      return
    default:
      notePump(world, act)
      return
  }
}

const notePump = (world: World, act: Act): void => {
  const { now: at } = world
  if (act.do === 'start') {
    world.started = { at }
    runAt(world, world.order.rate)
  }
  if (act.do === 'rate' || act.do === 'resume') runAt(world, act.rateMlPerHour)
  if (act.do === 'pause') runAt(world, 0)
  if (act.do === 'stop') {
    runAt(world, 0)
    world.stopped = { at }
  }
  world.isPaused = act.do === 'pause' || (world.isPaused && act.do !== 'resume')
  if (act.do === 'waste') {
    world.wastedMg = world.drawnMg - world.givenMg
    world.wasteReadings = []
  }
  if (act.do === 'discharge' || act.do === 'cancel') world.over = true
  if (act.do === 'discharge') world.discharged = at
}

const runAt = (world: World, rate: number) => {
  if (rate === 0 && world.rate !== 0) world.stoodStillAt = world.now
  world.rate = rate
}

/** The pump runs on while time passes, until the bag is empty. */
export const passTime = (world: World, minutes: number): void => {
  const { drawn, rate } = world
  world.now += minutes * minute
  if (!drawn || !rate || !world.started || world.stopped) return
  const perMl = drawn.mg / drawn.finalMl
  world.givenMg = Math.min(drawn.mg, world.givenMg + (rate * minutes * minute * perMl) / hour)
}

const noteVitals = (world: World, { systolic, diastolic, pulse, spo2, resp }: Vitals): void => {
  const { now: at } = world
  if (systolic !== null || diastolic !== null) world.pressures.push({ systolic, diastolic, at })
  if (pulse !== null) world.pulse.push({ value: pulse, at })
  if (spo2 !== null) world.spo2.push({ value: spo2, at })
  if (resp !== null) world.resp.push({ value: resp, at })
  const isAlarming =
    (systolic !== null && (systolic >= 200 || systolic < 80)) ||
    (diastolic !== null && diastolic >= 120) ||
    (pulse !== null && (pulse > 140 || pulse < 45)) ||
    (spo2 !== null && spo2 < 92) ||
    (resp !== null && (resp < 8 || resp > 30)) ||
    isHighAgain(world) ||
    isLowAgain(world) ||
    hasRisen(world, systolic)
  if (isAlarming) world.unanswered.push({ at, id: world.unanswered.length })
}

/** 180 on the two newest readings, at least two minutes apart. */
const isHighAgain = ({ pressures }: World) => {
  const [one, other] = pressures.slice(-2)
  const reaches = (each: typeof one) => (each?.systolic ?? 0) >= 180
  return one !== undefined && other !== undefined && reaches(one) && reaches(other) && other.at - one.at >= 2 * minute
}

/** Under 90 on the two newest readings, at least two minutes apart. */
const isLowAgain = ({ pressures }: World) => {
  const [one, other] = pressures.slice(-2)
  const isLow = (each: typeof one) => (each?.systolic ?? 999) < 90
  return one !== undefined && other !== undefined && isLow(one) && isLow(other) && other.at - one.at >= 2 * minute
}

/** Three tenths over the pressure at check-in. */
const hasRisen = ({ checkIn }: World, systolic: number | null) =>
  checkIn !== null && systolic !== null && systolic * 100 >= checkIn.systolic * 130

const noteScores = (world: World, { dissociation, distress, sedation }: Scores): void => {
  const { now: at } = world
  if (dissociation !== null) world.dissociation.push({ value: dissociation, at })
  if (distress !== null) world.distress.push({ value: distress, at })
  if (sedation !== null) world.sedation.push({ value: sedation, at })
  const isAlarming =
    (sedation !== null && (sedation <= -3 || sedation >= 3)) ||
    (distress !== null && distress >= 7) ||
    (dissociation !== null && distress !== null && dissociation >= 7 && distress >= 5)
  if (isAlarming) world.unanswered.push({ at, id: world.unanswered.length })
}

/** What the notebook cannot let pass: drug that left without an order or a second person, or is more than was drawn. */
export const wrongInBook = (world: World): string[] => [
  ...(world.drawn && new Set(world.drawn.people).size < 2 ? ['drawn by one person'] : []),
  ...(world.givenMg + world.wastedMg - world.drawnMg > 0.005 ? ['more given and wasted than drawn'] : []),
  ...(last(world.vials.filter(({ leftMl }) => leftMl < -0.001)) ? ['a vial gave more than it held'] : []),
]

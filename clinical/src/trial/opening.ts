import { wellBefore } from '../well-person.ts'
import type { Chance } from './chance.ts'
import { day, hour, minute, type World } from './world.ts'

/** Ten in the morning in New York, Monday 23 November 2026. */
export const openingMs = Date.parse('2026-11-23T15:00:00.000Z')

/** What stands before the person comes in: drawn, so that each gate is at times the only one that is closed. */
export type Opening = {
  indication: World['indication']
  /** Hours ago that infusions began, whether under this plan, how long they ran. */
  before: { hoursAgo: number; isOwn: boolean; minutes: number | null }[]
  isElsewhere: boolean
  hasConsent: boolean
  /** Answers of the chart that are not those of a well person; null where nobody asked. */
  answers: Record<string, string | number | null>
  vials: readonly { drug: string; mgPerMl: number; leftMl: number }[]
  /** Minutes from now on in which the order is in force. */
  orderFrom: number
  orderUntil: number
  /** How far the visit has come, smoothly, before anything is drawn. */
  from: 'the door' | 'cleared' | 'running' | 'stopped' | 'wasted'
}

const disturbed: readonly (readonly [key: string, values: readonly (string | number | null)[]])[] = [
  ['psychosis', ['yes', null, 'not-sure']],
  ['mania', ['yes', null]],
  ['ketamineAllergy', ['yes', null]],
  ['pregnancy', ['pregnant', 'not-pregnant', 'not-sure', null]],
  ['brainBleed', ['yes', null]],
  ['ketamineMisuse', ['yes', null]],
  ['confusion', ['yes', null]],
  ['unstableAngina', ['yes', null]],
  ['raisedBrainPressure', ['yes']],
  ['vesselMalformation', ['yes']],
]

export const openingOf = (chance: Chance): Opening => {
  const indication = chance.isSo(0.5) ? 'depression' : 'pain'
  const from = chance.oneOf(['the door', 'the door', 'cleared', 'running', 'stopped', 'wasted', 'wasted'] as const)
  if (from !== 'the door' && from !== 'cleared') return smooth(indication, from)
  const [key, values] = chance.oneOf(disturbed)
  return {
    indication,
    from,
    before: beforeOf(chance),
    isElsewhere: chance.isSo(0.04),
    hasConsent: !chance.isSo(0.06),
    answers: chance.isSo(0.12) ? { [key]: chance.oneOf(values) } : {},
    vials: safe,
    orderFrom: chance.isSo(0.05) ? 60 : -300,
    orderUntil: chance.isSo(0.08) ? 45 : 12 * 60,
  }
}

const safe: Opening['vials'] = [
  { drug: 'ketamine', mgPerMl: 50, leftMl: 10 },
  { drug: 'midazolam', mgPerMl: 5, leftMl: 10 },
  { drug: 'ketamine', mgPerMl: 100, leftMl: 5 },
  { drug: 'ketamine', mgPerMl: 50, leftMl: 0.2 },
]

const smooth = (indication: Opening['indication'], from: Opening['from']): Opening => ({
  indication,
  from,
  before: [],
  isElsewhere: false,
  hasConsent: true,
  answers: {},
  vials: safe,
  orderFrom: -600,
  orderUntil: 14 * 60,
})

/** An opening with nothing amiss, at any step: what differs comes from the acts. */
export const plainOpening = (chance: Chance): Opening =>
  smooth(
    chance.oneOf(['pain', 'depression'] as const),
    chance.oneOf(['the door', 'cleared', 'running', 'stopped', 'wasted'] as const),
  )

const beforeOf = (chance: Chance): Opening['before'] => {
  if (chance.isSo(0.05))
    return Array.from({ length: 12 }, (_, i) => ({ hoursAgo: (13 - i) * 24 * 20, isOwn: false, minutes: 40 }))
  if (!chance.isSo(0.12)) return []
  return [{ hoursAgo: chance.oneOf([3, 12, 20, 23, 26, 49, 200]), isOwn: chance.isSo(0.5), minutes: chance.oneOf([40, 40, 240]) }]
}

/** The answers of the chart at the opening: a well person's, but for what is disturbed. They were given four days before. */
export const answersOf = ({ indication, answers }: Pick<Opening, 'indication' | 'answers'>): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries({ ...wellBefore(indication), ...answers }).filter(
      (each): each is [string, string | number] => each[1] !== null,
    ),
  )

/** The order of each indication: 25 mg/h for four hours, or 36 mg over forty minutes, for 72 kg, from a vial of 50 mg/mL. */
export const orderOf = {
  pain: { mg: 100, ml: 2, finalMl: 100, rate: 25, leastHours: 18 },
  depression: { mg: 36, ml: 0.72, finalMl: 100, rate: 150, leastHours: 24 },
} as const

type Dose = { mg: number; ml: number; finalMl: number; rate: number; leastHours: number }

/** The dose of a renewed order: so much of the mg, at so much of the rate. */
export const dosed = ({ mg, ml, finalMl, rate }: Dose, { mgShare, rateShare }: { mgShare: number; rateShare: number }) => ({
  mg: mg * mgShare,
  ml: ml * mgShare,
  finalMl,
  rate: rate * rateShare,
})

const orderAt = (opening: Opening): World['order'] => {
  const { leastHours, ...dose } = orderOf[opening.indication]
  return {
    ...dose,
    number: 1,
    from: openingMs + opening.orderFrom * minute,
    until: openingMs + opening.orderUntil * minute,
    weightKg: 72,
    drug: 'ketamine',
    mgPerMl: 50,
    leastHours,
    acknowledged: false,
  }
}

const givenBefore = ({ before }: Opening): World['given'] =>
  before.map(({ hoursAgo, isOwn, minutes }) => ({
    planId: isOwn ? 'own' : 'other',
    startedAt: openingMs - hoursAgo * hour,
    endedAt: minutes === null ? null : openingMs - hoursAgo * hour + minutes * minute,
  }))

/** The notebook on its first page. */
export const worldAt = (opening: Opening): World => {
  const now = openingMs
  return {
    now,
    indication: opening.indication,
    pressures: [],
    pulse: [],
    spo2: [],
    sedation: [],
    dissociation: [],
    distress: [],
    resp: [],
    checkIn: null,
    weights: [],
    answers: Object.fromEntries(Object.entries(answersOf(opening)).map(([key, value]) => [key, [{ value, at: now - 4 * day }]])),
    consent: opening.hasConsent ? { at: now - 4 * day, isWithdrawn: false } : null,
    order: orderAt(opening),
    isSentBack: false,
    needsCheckIn: false,
    isCourseClosed: false,
    isAccepted: true,
    vials: opening.vials.map((vial) => ({ ...vial })),
    drawn: null,
    readings: [],
    wasteReadings: [],
    askedAgainAt: 0,
    pumpReadAt: null,
    stoodStillAt: null,
    isRecovering: false,
    started: null,
    rate: null,
    isPaused: false,
    stopped: null,
    discharged: null,
    over: false,
    given: givenBefore(opening),
    openElsewhere: opening.isElsewhere,
    unanswered: [],
    seen: [],
    effects: 'not asked',
    recovery: {},
    overridden: [],
    line: null,
    allergies: [],
    doses: [],
    doseReadings: [],
    emergencies: [],
    emergencyReadings: [],
    drawnMg: 0,
    givenMg: 0,
    wastedMg: 0,
  }
}

import type { Answers, Chart } from '../chart/chart.ts'
import { versions as consentVersions } from '../consents/index.ts'
import { wellBefore } from '../well-person.ts'
import type { GatedAct, GateExample, GateFacts, OrderFacts } from './gate.ts'
import { usualGatePolicy } from './gate-policy.ts'
import { foldSession } from './infusion.ts'
import type { EventBody, EventKind, SessionEvent } from './infusion-events.ts'

/** The instant at which examples are read. */
export const exampleAsOf = '2026-11-23T14:00:00.000Z'

/** So many minutes before the moment at which examples are read. */
export const ago = (minutes: number) => new Date(Date.parse(exampleAsOf) - minutes * 60_000).toISOString()

const signs = { systolic: 126, diastolic: 78, pulse: 72, spo2: 98, resp: 14 }
const order: OrderFacts = {
  id: 'order',
  planId: 'own',
  signedBy: 'thistlewood',
  signedAt: '2026-11-18T15:00:00.000Z',
  validFrom: '2026-11-23T05:00:00.000Z',
  validUntil: '2026-11-24T05:00:00.000Z',
  indication: 'depression',
  weightKg: '72',
  vialMgPerMl: '50',
  syringeMl: '0.72',
  infusateMg: '36',
  finalMl: '100',
  rateMlPerHour: '150',
  rateMgPerHour: '54',
  capMgPerHour: null,
  doseMg: '36',
  leastHoursBetween: 24,
  isManyAcknowledged: false,
}

const answers: Partial<Answers> = {
  ...wellBefore('depression'),
  dateOfBirth: '1982-03-01',
  safetyQuestion: 'no',
  consentFor: 'depression',
  consentVersion: consentVersions['ketamine-infusion'],
  consentSignedOn: '2026-11-17',
}

type Timed = readonly [minutesAgo: number, body: EventBody, by?: string, id?: string]

/** A person who is ready for an act: checked in, signs fresh, drawn up and checked by two, and so on as far as the act needs. */
function logFor(act: GatedAct, { stoppedMinutesAgo = 90, stoppedEarly }: GateExample): Timed[] {
  const isAfter = act === 'discharge' || act === 'waste'
  const stopped = isAfter ? stoppedMinutesAgo : 0
  const started = isAfter ? stopped + (stoppedEarly ? 20 : 40) : 30
  const isBefore = act === 'draw-up' || act === 'start'
  const base = isBefore ? 0 : started
  const check = { kind: 'second-check', syringeMl: '0.72', rateMlPerHour: '150' } as const
  const rate = act === 'raise' ? '100' : '150'
  return [
    [base + 40, { kind: 'booked' }],
    [base + 39, { kind: 'arrived' }],
    [
      base + 25,
      {
        kind: 'checked-in',
        identifiers: ['full name', 'date of birth'],
        escort: { name: 'Ivy Pretense', phone: '+15405550168' },
        weightKg: '72',
        vitals: signs,
      },
    ],
    [isBefore ? 8 : stopped + 8, { kind: 'vitals', ...signs }],
    [isBefore ? 8 : stopped + 8, { kind: 'scores', dissociation: 0, distress: 0, pain: 2, sedation: 0 }],
    ...(act === 'draw-up'
      ? []
      : ([
          [
            base + 7,
            {
              kind: 'drawn-up',
              vials: [{ vialId: 'v1', ml: '0.72' }],
              infusateMg: '36',
              syringeMl: '0.72',
              finalMl: '100',
              witness: 'wren',
            },
          ],
          [base + 6, check],
          [base + 5, check, 'wren'],
        ] satisfies Timed[])),
    ...(isBefore ? [] : ([[started, { kind: 'started', rateMlPerHour: rate, vtbiMl: '100' }]] satisfies Timed[])),
    ...(act === 'resume' ? ([[3, { kind: 'paused', reason: 'bathroom' }]] satisfies Timed[]) : []),
    ...(isAfter
      ? ([
          [stopped, { kind: 'stopped', reason: 'done' }],
          [stopped, { kind: 'pump-read', totalMl: stoppedEarly ? '50' : '100', reason: null }],
          [stopped - 1, { kind: 'recovering' }],
        ] satisfies Timed[])
      : []),
  ]
}

/** The facts of one example: a person who is ready, with what the example changes. */
export function factsOfExample(example: GateExample): { facts: GateFacts; asOf: string; act: GatedAct } {
  const { act = 'start', log = [], without = [], chart = {}, before = [] } = example
  const isKept = ([, body]: Timed) => !(without as readonly EventKind[]).includes(body.kind)
  const timed = [...logFor(act, example).filter(isKept), ...log]
  const events = timed.map(([minutes, body, by = 'heron', id], i): SessionEvent => {
    const at = ago(minutes)
    return { ...body, id: id ?? `e${i}`, at, enteredAt: at, by }
  })
  const visit = foldSession(events)
  const inForce = { ...order, ...example.order }
  const facts: GateFacts = {
    zone: 'America/New_York',
    policy: usualGatePolicy,
    visit,
    chart: chartWith(chart, inForce),
    worry: null,
    order: inForce,
    drawnFor: visit.drawnUp ? { ...order, ...example.drawnFor } : null,
    planClosedAt: null,
    acceptance: { at: '2026-11-18T14:00:00.000Z', overrides: [], findings: [] },
    before: before.map(({ hoursAgo, minutes, planId }, i) => ({
      sessionId: `before${i}`,
      planId,
      startedAt: ago(hoursAgo * 60),
      endedAt: minutes === null ? null : ago(hoursAgo * 60 - minutes),
    })),
    openElsewhere: [],
    askedMlPerHour: null,
    dose: null,
    ...example.facts,
  }
  return { facts, asOf: exampleAsOf, act }
}

function chartWith(changes: NonNullable<GateExample['chart']>, { indication }: OrderFacts): Chart {
  const usual = { ...answers, indication, consentFor: indication }
  const entries = Object.entries(usual).map(([key, value]) => [key, { value, at: ago(120), by: 'osprey' }] as const)
  const changed = Object.entries(changes).map(
    ([key, said]) => [key, said && { value: said[1], at: ago(said[0]), by: 'osprey' }] as const,
  )
  return Object.fromEntries([...entries, ...changed].filter(([key, entry]) => entry && changes[key] !== null)) as Chart
}

import { amountsAt, expectedEnd, type FoldedSession, quantity, ratesShown, usualPolicies } from '@dripline/clinical'
import type { PolicyLine, RateStep, ScoreRow, SessionRecord } from '../../../../charts/session-record.ts'
import type { AnyVisit } from '../../../../data/session.ts'

/** What the chart of a visit is drawn from, whatever is given in it. */
type Drawn = Pick<AnyVisit, 'now' | 'zone' | 'due' | 'marks' | 'order'>

const minuteMs = 60_000
const later = (at: string, minutes: number) => new Date(Date.parse(at) + minutes * minuteMs).toISOString()

/** The levels of the written policy that are drawn as lines; a test holds them against the thresholds. */
export const policyLines: readonly PolicyLine[] = [
  { panel: 'pressure', value: 180, words: 'call prescriber from 180, twice', side: 'above' },
  { panel: 'pressure', value: 160, words: 'advise from 160', side: 'below' },
  { panel: 'saturation', value: 94, words: 'advise under 94', side: 'below' },
]

/** A visit as its chart draws it: what was charted, what was given, and the order as it is now shifted. */
export function recordOf(visit: Drawn, session: FoldedSession): SessionRecord {
  const { now, zone } = visit
  const signs = session.entries.flatMap(({ event }) => {
    if (event.kind === 'vitals') return [{ ...event, eventId: event.id }]
    return event.kind === 'checked-in' ? [{ ...event.vitals, at: event.at, enteredAt: event.enteredAt, eventId: event.id }] : []
  })
  const isPast = (eventId: string) =>
    visit.marks.some((mark) => mark.eventId === eventId && (mark.threshold === 'systolic' || mark.threshold === 'diastolic'))
  const readings = (sign: 'pulse' | 'spo2') =>
    signs.flatMap(({ at, enteredAt, [sign]: value }) => (value === null ? [] : [{ at, enteredAt, value }]))
  const end = expectedEnd(session, now)
  const from = session.checkIn?.at ?? session.entries[0]?.event.at ?? now
  const last = session.entries.at(-1)?.event.at ?? now
  // A visit that is over has its own end: read a month later, its axis is that of its day.
  const isOver = session.state === 'left' || session.state === 'cancelled'
  const until = [
    end ? later(end, 15) : null,
    session.stoppedAt ? later(session.stoppedAt, 75) : null,
    later(isOver ? last : now, 20),
  ]
  return {
    from: later(from, -10),
    to: until.reduce<string>((last, each) => (each !== null && each > last ? each : last), later(from, 90)),
    now,
    zone,
    drugs: session.entries.flatMap(({ event }) =>
      event.kind === 'drug-given'
        ? [{ at: event.at, name: event.drug, dose: `${quantity(event.amount, event.unit)} ${event.route}` }]
        : [],
    ),
    pressures: signs.flatMap(({ at, enteredAt, systolic, diastolic, eventId }) =>
      systolic === null || diastolic === null ? [] : [{ at, enteredAt, systolic, diastolic, isPastPolicy: isPast(eventId) }],
    ),
    pulses: readings('pulse'),
    saturations: readings('spo2'),
    rates: ratesShown(session).map(({ from: start, to, rateMgPerHour }) => ({
      from: start,
      to,
      rateMgPerHour: Number(rateMgPerHour ?? 0),
    })),
    ...ordered(visit, session, end),
    scores: scoresOf(session),
    due: dueOf(visit, end),
    policies: policyLines,
  }
}

function ordered(
  { now, order }: Drawn,
  session: FoldedSession,
  end: string | null,
): { ordered?: RateStep[]; orderedWords?: string } {
  const rate = ratesShown(session).at(-1)?.rateMgPerHour
  const amounts = amountsAt(session, now)
  if (!end || !rate || !amounts || !session.infusate || !('doseMg' in order)) return {}
  const words = `as ordered, ${quantity(order.doseMg, 'mg')} in all`
  return { ordered: [{ from: now, to: end, rateMgPerHour: Number(rate) }], orderedWords: words }
}

const rows = [
  ['dissociation', 'Dissociation', 'burden'],
  ['distress', 'Distress', 'burden'],
  ['pain', 'Pain', 'pain'],
  ['sedation', 'Sedation, RASS', 'plain'],
] as const

function scoresOf({ entries }: FoldedSession): ScoreRow[] {
  return rows.map(([key, label, tone]) => ({
    label,
    tone,
    isSigned: key === 'sedation',
    values: entries.flatMap(({ event }) => {
      const value = event.kind === 'scores' ? event[key] : null
      return value === null ? [] : [{ at: event.at, enteredAt: event.enteredAt, value }]
    }),
  }))
}

const every = { pressure: usualPolicies.signs.pressureMinutes, scores: usualPolicies.charting.scoresEvery }

/** Where the next entries will land: the first as the server says, then at the steady interval to the end. */
function dueOf({ due, now }: Drawn, end: string | null): NonNullable<SessionRecord['due']> {
  const first = (what: string) => due.find((item) => item.what === what)
  const series = (start: string | undefined, step: number): string[] => {
    if (!start || !end) return start ? [start] : []
    const count = Math.max(0, Math.floor((Date.parse(end) - Math.max(Date.parse(start), Date.parse(now))) / minuteMs / step))
    return [start, ...Array.from({ length: count }, (_, i) => later(start > now ? start : now, (i + 1) * step))]
  }
  const scores = first('scores')
  return {
    pressure: series(first('vitals')?.dueAt, every.pressure),
    scores: series(scores?.dueAt, every.scores).map((at, i) => ({ at, isLate: i === 0 && (scores?.lateByMinutes ?? 0) >= 1 })),
  }
}

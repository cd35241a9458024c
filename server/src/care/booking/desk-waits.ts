import { sayPhone } from '@dripline/clinical'
import type { Ctx, Tx } from '../../platform/context.ts'
import { refusedAmong } from '../../platform/refused-address.ts'
import { appointmentsBetween } from './store.ts'
import { type StrandedWhy, strandedBy } from './stranded.ts'

export type Waiting = {
  personId: string
  appointmentId: string
  name: string
  phone: string
  start: string
  why: 'missed' | 'letters come back' | 'booked twice' | StrandedWhy
}

const DAY_MS = 86_400_000
const [BACK_DAYS, AHEAD_DAYS] = [7, 60]

/** What waits for somebody at the desk: who was missed and has nothing booked since, whose letters come back, whose time cannot be kept. */
export const waitsForDesk = async (ctx: Ctx, tx: Tx): Promise<Waiting[]> => {
  const now = ctx.now().getTime()
  const [start, end] = [now - BACK_DAYS * DAY_MS, now + AHEAD_DAYS * DAY_MS].map((at) => new Date(at).toISOString()) as [
    string,
    string,
  ]
  const all = await appointmentsBetween(tx, { start, end })
  const booked = all.filter(({ state, start: at }) => state === 'booked' && at > ctx.now())
  const refused = await refusedAmong(tx, [...new Set(booked.map(({ email }) => email))])
  const stranded = await strandedBy(ctx, tx)
  const missed = all.filter(
    ({ state, whose, start: at }) =>
      state === 'missed' && !all.some((next) => next.whose === whose && next.start > at && next.state !== 'cancelled'),
  )
  const twice = booked.filter(
    ({ kind, phone, whose }) =>
      kind === 'call' && booked.some((other) => other.kind === 'call' && other.phone === phone && other.whose !== whose),
  )
  const rows = [
    ...missed.map((each) => [each, 'missed'] as const),
    ...booked.flatMap((each) => {
      const [why] = stranded(each)
      return why ? [[each, why] as const] : []
    }),
    ...firstOfEach(booked.filter(({ email }) => refused.has(email))).map((each) => [each, 'letters come back'] as const),
    ...twice.map((each) => [each, 'booked twice'] as const),
  ]
  return rows.map(([{ id, whose, name, phone, start: at }, why]) => ({
    personId: whose,
    appointmentId: id,
    name,
    phone: sayPhone(phone),
    start: at.toISOString(),
    why,
  }))
}

type Row = Awaited<ReturnType<typeof appointmentsBetween>>[number]

const firstOfEach = (rows: readonly Row[]) => rows.filter(({ whose }, i) => rows.findIndex((each) => each.whose === whose) === i)

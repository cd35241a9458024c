import { type Calendar, daysOfSlots, sayPhone, wholeDay } from '@dripline/clinical'
import { type Ctx, inClinic, type Tx } from '../../platform/context.ts'
import { refusedAmong } from '../../platform/refused-address.ts'
import { shows } from '../../platform/shown.ts'
import { clinicSettings } from '../clinic/store.ts'
import { callCalendar, dateIn } from './calendars.ts'
import { callsOf } from './call-store.ts'
import { appointmentsBetween } from './store.ts'

/** Every appointment that begins on a day (YYYY-MM-DD) in the clinic's zone, calls and visits, in order. */
export const appointmentsOn = async (tx: Tx, day: string) =>
  appointmentsBetween(tx, wholeDay((await clinicSettings(tx)).zone, day))

/** The calls of a day (today when none is named): who, when, where they will be, and what came of each. */
export function callsOn(ctx: Ctx, { day }: { day?: string | undefined }) {
  return inClinic(ctx, 'see-calls', async (tx) => {
    const { zone } = await clinicSettings(tx)
    const date = day ?? dateIn(zone, ctx.now())
    const calls = (await appointmentsOn(tx, date)).filter(({ kind, state }) => kind === 'call' && state !== 'cancelled')
    const begun = await callsOf(
      tx,
      calls.map(({ id }) => id),
    )
    const refused = await refusedAmong(tx, [...new Set(calls.map(({ email }) => email))])
    return shows(calls, {
      day: date,
      zone,
      open: openStretches(await callCalendar(ctx, tx, null, { isStaff: true }), date, ctx.now()),
      calls: calls.map(({ id, personId, name, phone, email, personState, start, end, state, clinician }) => {
        const call = begun.find(({ appointmentId }) => appointmentId === id)
        return {
          appointmentId: id,
          personId,
          name,
          phone: sayPhone(phone),
          lettersComeBack: refused.has(email),
          state: personState,
          clinician,
          start: start.toISOString(),
          end: end.toISOString(),
          standing: state,
          startedAt: call?.startedAt.toISOString() ?? null,
          outcome: call?.outcome ?? null,
          next: call?.next ?? null,
          nextStep: call?.nextStep ?? null,
          bookedFor: call?.bookedFor?.toISOString() ?? null,
        }
      }),
    })
  })
}

/** The times of a day at which somebody who takes calls is free, each run of them as one stretch. */
const openStretches = (calendar: Calendar, date: string, now: Date): { start: string; end: string; times: number }[] => {
  const [day] = daysOfSlots(calendar, { from: date, days: 1, viewZone: calendar.zone }, now.toISOString())
  const runs: { start: string; end: string; times: number }[] = []
  for (const { start, end } of day?.slots ?? []) {
    const last = runs.at(-1)
    if (last && start < last.end) continue
    if (last?.end === start) Object.assign(last, { end, times: last.times + 1 })
    else runs.push({ start, end, times: 1 })
  }
  return runs
}

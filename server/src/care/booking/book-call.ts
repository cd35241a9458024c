import { claimWithCompany, Problem, type Slot } from '@dripline/clinical'
import { type Ctx, inOneStep, lockInOrder, type Tx } from '../../platform/context.ts'
import { clinicSettings } from '../people/store.ts'
import { callRules, later } from './appointment.ts'
import type { BookCall } from './booking-form.ts'
import { callCalendar, freshSlots, statesServed, whoAt } from './offered-slots.ts'
import { appointmentLink, promiseLetters } from './reminders.ts'
import { insertAppointment, insertCaller } from './store.ts'

export type Booked = { id: string; personId: string; start: string; end: string; zone: string }

/** Books the free call for somebody who is new to us: a person and a time, or `slot-taken` with the times next to it that are free. */
export const bookCall = (ctx: Ctx, { state, start, zone, name, phone, email }: BookCall) =>
  inOneStep(ctx, 'book-call', async (tx): Promise<Booked> => {
    if (!(await clinicSettings(tx)).setUpAt) throw new Problem('not-set-up')
    if (!(await statesServed(tx)).includes(state)) throw new Problem('outside-states')
    const { clinicianId, end, fresh } = await takeCallTime(ctx, tx, state, start)

    const [personId, id, at] = [ctx.newId(), ctx.newId(), ctx.now()]
    const claimsShown = claimsOnHome(at).map((claim) => ({ id: claim.id, version: claim.version }))
    await insertCaller(tx, { id: personId, name, email, phone, state, zone, createdAt: at })
    const row = {
      id,
      kind: 'call',
      personId,
      clinicianId,
      chairId: null,
      start: new Date(start),
      end: new Date(end),
      zone,
      at,
      claimsShown,
    } as const
    if (!(await insertAppointment(tx, row))) throw new Problem('slot-taken', {}, [], fresh())
    await appointmentLink(ctx, tx, id)
    await promiseLetters(ctx, tx, id, row.start)
    return { id, personId, start, end, zone }
  })

/** The claims that the public home makes on a day: all together or none. */
export const claimsOnHome = (at: Date) => claimWithCompany('relief-two-thirds', at.toISOString().slice(0, 10)) ?? []

type CallTime = { clinicianId: string; end: string; fresh: () => Slot[] }

/** Waits its turn for everybody who could take a call at this time and names one who is free: of these, who has the fewest calls. */
export const takeCallTime = async (ctx: Ctx, tx: Tx, state: string, start: string): Promise<CallTime> => {
  const { possible } = whoAt(await callCalendar(ctx, tx, state), start, ctx.now())
  if (possible.length === 0)
    throw new Problem('not-valid', {}, [{ field: 'start', expected: 'a time that is still on offer', value: start }])
  await lockInOrder(
    tx,
    possible.map((id) => `clinician ${id}`),
  )
  // What was read before the wait may be old by now.
  const calendar = await callCalendar(ctx, tx, state)
  const fresh = () => freshSlots(calendar, start, ctx.now())
  const { free } = whoAt(calendar, start, ctx.now())
  const [first] = calendar.clinicians
    .filter(({ clinicianId }) => free.includes(clinicianId))
    .sort((a, b) => a.booked.length - b.booked.length)
  if (!first) throw new Problem('slot-taken', {}, [], fresh())
  return { clinicianId: first.clinicianId, end: later(new Date(start), callRules.minutes).toISOString(), fresh }
}

import { claimWithCompany, Problem } from '@dripline/clinical'
import { type Ctx, inOneStep } from '../../platform/context.ts'
import { clinicSettings } from '../people/store.ts'
import type { BookCall } from './booking-form.ts'
import { callCalendar } from './calendars.ts'
import { statesServed } from './offered-slots.ts'
import { placeTime } from './place-time.ts'
import { appointmentLink, promiseLetters } from './reminders.ts'
import { insertCaller } from './store.ts'
import { takeTime } from './take-time.ts'

export type Booked = { id: string; personId: string; start: string; end: string; zone: string }

/** Books the free call for somebody who is new to us: a person and a time, or `slot-taken` with the times next to it that are free. */
export const bookCall = (ctx: Ctx, { state, start, zone, name, phone, email }: BookCall) =>
  inOneStep(ctx, 'book-call', async (tx): Promise<Booked> => {
    if (!(await clinicSettings(tx)).setUpAt) throw new Problem('not-set-up')
    if (!(await statesServed(ctx, tx)).includes(state)) throw new Problem('outside-states')
    const read = () => callCalendar(ctx, tx, state)
    const { placeId: clinicianId, end, fresh } = await placeTime(ctx, tx, { read, start, what: 'clinician' })

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
    await takeTime(tx, row, fresh)
    await appointmentLink(ctx, tx, id)
    await promiseLetters(ctx, tx, id, row.start)
    return { id, personId, start, end, zone }
  })

/** The claims that the public home makes on a day: all together or none. */
export const claimsOnHome = (at: Date) => claimWithCompany('relief-two-thirds', at.toISOString().slice(0, 10)) ?? []

import { freeStretches, type HolderCalendar, type Stretch, wholeDay } from '@dripline/clinical'
import type { Ctx, Tx } from '../../platform/context.ts'
import { policiesOf } from '../../platform/policies.ts'
import { absencesFrom, clinicSettings, closures } from '../clinic/store.ts'
import { asTaken, heldForCalls } from './calendars.ts'
import { heldFrom } from './hold-store.ts'
import { bookedFrom, callTakers, evaluators, openChairs } from './store.ts'

export type Place = {
  id: string
  kind: 'clinician' | 'chair'
  name: string
  note: string
  takesCalls: boolean
  holdsEvaluations: boolean
  /** Where a clinician is licensed. */
  states: string[]
}
export type FreeTime = Stretch & { placeId: string }

/** Who takes calls or holds evaluations, then the chairs in use: the rows and columns of the desk. */
export const placesOf = async (tx: Tx): Promise<Place[]> => {
  const [takers, prescribers] = [await callTakers(tx), await evaluators(tx)]
  const people = [...prescribers, ...takers.filter(({ id }) => !prescribers.some((each) => each.id === id))]
  return [
    ...people.map(({ id, name, title, licenses }) => {
      const holdsEvaluations = prescribers.some((each) => each.id === id)
      const takesCalls = takers.some((each) => each.id === id)
      const does = [holdsEvaluations && 'evaluations', takesCalls && 'calls']
      return {
        id,
        kind: 'clinician' as const,
        name: title ? `${name}, ${title}` : name,
        note: does.filter(Boolean).join(', '),
        takesCalls,
        holdsEvaluations,
        states: licenses.map(({ state }) => state),
      }
    }),
    ...(await openChairs(tx)).map(({ id, name }) => ({
      id,
      kind: 'chair' as const,
      name: /chair/i.test(name) ? name : `Chair ${name}`,
      note: '',
      takesCalls: false,
      holdsEvaluations: false,
      states: [],
    })),
  ]
}

/** What is open and free in each place on these local days, from now on; a held time is not free. */
export const freeTimes = async (ctx: Ctx, tx: Tx, places: readonly Place[], dates: readonly string[]): Promise<FreeTime[]> => {
  const clinic = await clinicSettings(tx)
  const { callMinutes } = (await policiesOf(tx, ctx.now())).booking
  const hours = Object.entries(clinic.hours).flatMap(([weekday, spans]) =>
    spans.map(([from, to]) => ({ weekday: Number(weekday), from, to })),
  )
  const shut = (await closures(tx, dates[0] ?? '')).map(({ onDate }) => wholeDay(clinic.zone, onDate))
  const away = await absencesFrom(tx, dates[0] ?? '')
  const taken = [...(await bookedFrom(tx, ctx.now())), ...(await heldFrom(tx, ctx.now())), ...(await heldForCalls(tx, ctx.now()))]
  return places.flatMap(({ id: placeId }) => {
    const booked = taken.filter(({ clinicianId, chairId }) => clinicianId === placeId || chairId === placeId).map(asTaken)
    const gone = away
      .filter(({ staffId }) => staffId === placeId)
      .map(({ firstDay, lastDay }) => ({
        start: wholeDay(clinic.zone, firstDay).start,
        end: wholeDay(clinic.zone, lastDay).end,
      }))
    const calendar: Omit<HolderCalendar, 'holderId'> = { hours, booked, closures: [...shut, ...gone] }
    const day = (date: string) =>
      freeStretches(calendar, { zone: clinic.zone, date, now: ctx.now().toISOString(), leastMinutes: callMinutes })
    return dates.flatMap((date) => day(date).map((each) => ({ ...each, placeId })))
  })
}

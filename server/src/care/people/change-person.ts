import { birthDoubts, dateOf, heightDoubts, keysOf, Problem } from '@dripline/clinical'
import { Temporal } from 'temporal-polyfill'
import { type Ctx, inOneStep, staffOf } from '../../platform/context.ts'
import { zoneOf } from '../clinic/store.ts'
import { refuseUnconfirmed } from './ask-back.ts'
import type { PersonChange } from './person.ts'
import { insertPersonChange, lockPerson, personOf, setPerson } from './store.ts'

export type ChangePerson = PersonChange & { personId: string; confirmed?: readonly string[] }

/** Changes what is known of a person; what stood there before stays readable. */
export function changePerson(ctx: Ctx, { personId, confirmed = [], ...change }: ChangePerson) {
  return inOneStep(ctx, 'change-person', async (tx) => {
    const person = await lockPerson(tx, personId)
    if (!person) throw new Problem('not-found', { personId })
    if (person.mergedInto) throw new Problem('wrong-state', { personId })
    const zone = await zoneOf(tx)
    refuseUnborn(change, ctx.now(), zone)
    const askedBack = refuseUnconfirmed(unlikely(change, person, dateOf(ctx.now().toISOString(), zone)), confirmed)
    const fields = keysOf<keyof PersonChange>(change).filter(
      (field) => change[field] !== undefined && change[field] !== person[field],
    )
    if (fields.length > 0) {
      const before = Object.fromEntries(fields.map((field) => [field, person[field]]))
      await setPerson(tx, personId, change)
      await insertPersonChange(tx, {
        id: ctx.newId(),
        personId,
        before,
        changedBy: staffOf(ctx).id,
        changedAt: ctx.now(),
        askedBack: askedBack.size === 0 ? null : JSON.stringify([...askedBack.values()]),
      })
    }
    return { ...(await personOf(tx, personId)), personId, changed: fields }
  })
}

const unlikely = ({ dateOfBirth, heightCm }: PersonChange, before: { heightCm: string | null }, today: string) => [
  ...(dateOfBirth ? birthDoubts(dateOfBirth, today) : []),
  ...(heightCm ? heightDoubts(heightCm, { heightCm: before.heightCm }) : []),
]

const refuseUnborn = ({ dateOfBirth }: PersonChange, now: Date, zone: string) => {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString()
  if (dateOfBirth && dateOfBirth > today)
    throw new Problem('not-valid', {}, [{ field: 'dateOfBirth', code: 'day-that-has-passed', value: dateOfBirth }])
}

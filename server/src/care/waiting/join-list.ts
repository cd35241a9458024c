import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep } from '../../platform/context.ts'
import { makeLink } from '../../platform/link.ts'
import { promiseMessage } from '../../platform/message.ts'
import { later } from '../booking/appointment.ts'
import { keptTimes } from '../booking/kept-times.ts'
import { LINK_DAYS } from '../booking/reminders.ts'
import { insertPerson } from '../people/store.ts'
import { insertWaiting } from './store.ts'
import type { JoinSent } from './wish-form.ts'

const DAY_MINUTES = 24 * 60

/** Puts a caller who is new to us on the list for a call; a letter with their own link says so. Problem `outside-states` or `not-set-up`. */
export async function joinList(ctx: Ctx, { days, weekdays, noticeMinutes, part, ...person }: JoinSent) {
  const { isSetUp, served } = await keptTimes(ctx)
  if (!isSetUp) throw new Problem('not-set-up')
  if (!served.includes(person.state)) throw new Problem('outside-states')
  return inOneStep(ctx, 'join-list', async (tx) => {
    const [personId, id, joinedAt] = [ctx.newId(), ctx.newId(), ctx.now()]
    const { language = null, ...rest } = person
    await insertPerson(tx, personId, { ...rest, language }, joinedAt)
    const wish = { noticeMinutes, weekdays: [...new Set(weekdays)].sort(), part, until: later(joinedAt, days * DAY_MINUTES) }
    await insertWaiting(tx, { id, personId, service: 'call', place: null, orderId: null, ...wish, joinedAt, joinedBy: null })
    await makeLink(ctx, tx, 'waiting', id, later(wish.until, LINK_DAYS * DAY_MINUTES))
    await promiseMessage(ctx, tx, { kind: 'waiting-joined', aboutId: id, dueAt: joinedAt })
    return { waitingId: id, personId }
  })
}

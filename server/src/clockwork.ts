import { bookingLetters } from './care/booking/letters.ts'
import { planFollowUps } from './care/outcomes/courses-due.ts'
import { checkInLetter } from './care/outcomes/letters.ts'
import { peopleLetters } from './care/people/letters.ts'
import { openContext } from './platform/context.ts'
import { withoutClinic } from './platform/database.ts'
import type { Ground } from './platform/ground.ts'
import { type Compose, deliverDue } from './platform/message.ts'

/** What each kind of message says, by the module it comes from. */
export const composers: Readonly<Record<string, Compose>> = { ...peopleLetters, ...bookingLetters, 'check-in': checkInLetter }

/** What happens in a clinic without anybody pressing a button: once a minute, and right after a step that promised a message. */
const work = async (ground: Ground, clinicId: string) => {
  await planFollowUps(openContext(ground, { clinicId, actor: { kind: 'system', name: 'follow-up' } }))
  await deliverDue(ground, composers, clinicId)
}

const clinics = (ground: Ground) =>
  withoutClinic(ground.database, (db) => db.selectFrom('clinic').where('setUpAt', 'is not', null).select('id').execute())

/** Joins the queue's jobs to their verbs. */
export const handlers = async (ground: Ground): Promise<void> => {
  await ground.jobs.handle('deliver', async ({ clinicId }) => {
    if (clinicId) await work(ground, clinicId)
  })
  await ground.jobs.handle(
    'clockwork',
    async () => {
      for (const { id } of await clinics(ground)) await work(ground, id)
    },
    true,
  )
}

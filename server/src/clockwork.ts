import { articleLetters, tellReviews } from './care/articles/letters.ts'
import { callLetters } from './care/booking/follow-call.ts'
import { bookingLetters } from './care/booking/letters.ts'
import { makeEstimates } from './care/booking/make-estimates.ts'
import { clinicLetters } from './care/clinic/letters.ts'
import { planFollowUps } from './care/outcomes/courses-due.ts'
import { checkInLetter } from './care/outcomes/letters.ts'
import { renewAll } from './care/outcomes/renew-outcomes.ts'
import { waitingLetters } from './care/waiting/letters.ts'
import { offerFreeTimes } from './care/waiting/offer-free-times.ts'
import { openContext } from './platform/context.ts'
import { withoutClinic } from './platform/database.ts'
import type { Ground } from './platform/ground.ts'
import { type Compose, deliverDue } from './platform/message.ts'
import { sweep } from './platform/sweep.ts'

/** What each kind of message says, by the module it comes from. */
export const composers: Readonly<Record<string, Compose>> = {
  ...clinicLetters,
  ...articleLetters,
  ...bookingLetters,
  ...callLetters,
  ...waitingLetters,
  'check-in': checkInLetter,
}

/** What happens in a clinic without anybody pressing a button: once a minute, and right after a step that promised a message. */
export const strikeIn = async (ground: Ground, clinicId: string): Promise<void> => {
  await walled(ground, clinicId, () =>
    planFollowUps(openContext(ground, { clinicId, actor: { kind: 'system', name: 'follow-up' } })),
  )
  await walled(ground, clinicId, () => renewAll(openContext(ground, { clinicId, actor: { kind: 'system', name: 'follow-up' } })))
  await walled(ground, clinicId, () => tellReviews(openContext(ground, { clinicId, actor: { kind: 'system', name: 'reviews' } })))
  await walled(ground, clinicId, () =>
    offerFreeTimes(openContext(ground, { clinicId, actor: { kind: 'system', name: 'waiting-list' } })),
  )
  await walled(ground, clinicId, () =>
    makeEstimates(openContext(ground, { clinicId, actor: { kind: 'system', name: 'estimates' } })),
  )
  await walled(ground, clinicId, () => deliverDue(ground, composers, clinicId))
}

const clinics = (ground: Ground) =>
  withoutClinic(ground.database, (db) => db.selectFrom('clinic').where('setUpAt', 'is not', null).select('id').execute())

/** Does in every clinic what its clockwork does each minute. */
export const strike = async (ground: Ground): Promise<void> => {
  for (const { id } of await clinics(ground)) await strikeIn(ground, id)
}

// What fails is logged and tried again in a minute, and holds up neither the clinic's other work nor another clinic.
const walled = async (ground: Ground, clinicId: string, deed: () => Promise<unknown>): Promise<void> => {
  try {
    await deed()
  } catch (error) {
    ground.log.error({ clinicId, error: error instanceof Error ? error.stack : String(error) }, 'clockwork')
  }
}

const DAY_MS = 86_400_000

// Once a day what has outlived its use goes.
const daily = async (ground: Ground) => {
  for (const { id: clinicId } of await clinics(ground))
    await walled(ground, clinicId, () => sweep(openContext(ground, { clinicId, actor: { kind: 'system', name: 'sweep' } })))
}

/** Joins the queue's jobs to their verbs. */
export const handlers = async (ground: Ground): Promise<void> => {
  let lastDaily = new Date(0)
  await ground.jobs.handle('deliver', async ({ clinicId }) => {
    if (clinicId) await strikeIn(ground, clinicId)
  })
  await ground.jobs.handle(
    'clockwork',
    async () => {
      await strike(ground)
      if (ground.clock().getTime() - lastDaily.getTime() < DAY_MS) return
      await daily(ground)
      lastDaily = ground.clock()
    },
    true,
  )
}

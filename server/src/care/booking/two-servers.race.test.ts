import { expect, test } from 'vitest'
import { type Ctx, openContext } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database.ts'
import { markForm } from '../../platform/form-mark.ts'
import type { Ground } from '../../platform/ground.ts'
import { heldClock, testClinic } from '../../platform/testing.ts'
import { freshDatabase, postgresGround } from '../../platform/testing-postgres.ts'
import { bookCall } from './book-call.ts'
import { cancelCall } from './cancel-appointment.ts'
import { holdForForm } from './hold-for-form.ts'
import { timesIn } from './kept-times.ts'

const clock = heldClock('2026-11-23T14:00:00Z')
const url = await freshDatabase()
const [here, there] = [await postgresGround(clock, url), await postgresGround(clock, url)]
const start = '2026-11-24T15:15:00.000Z'

let presses = 0
const oneCallTaker = async () => {
  const clinic = await testClinic(clock, here)
  const nurse = await clinic.as('nurse')
  const visitor = (ground: Ground): Ctx => {
    presses += 1
    return openContext(ground, {
      clinicId: clinic.clinicId,
      actor: { kind: 'visitor', address: `192.0.2.${presses % 250}` },
      idempotency: { key: `press-${presses}-of-two-servers`, requestHash: '' },
    })
  }
  const book = (ground: Ground, form: Parameters<typeof bookCall>[2] = null) =>
    bookCall(
      visitor(ground),
      {
        state: 'VA',
        start,
        zone: 'America/New_York',
        name: `Caller ${presses}`,
        phone: '+15405550142',
        email: `caller-${presses}@example.test`,
      },
      form,
    )
  const booked = () =>
    inTransaction(here.database, clinic.clinicId, ({ db }) =>
      db.selectFrom('appointment').where('clinicId', '=', clinic.clinicId).where('state', '=', 'booked').select('id').execute(),
    )
  const offered = async (ground: Ground) =>
    (await timesIn(visitor(ground), { state: 'VA', viewZone: 'America/New_York' })).days
      .flatMap(({ slots }) => slots.map((slot) => slot.start))
      .includes(start)
  return { clinic, nurse, visitor, book, booked, offered }
}
const serverOf = (i: number) => (i % 2 === 0 ? here : there)
const codesOf = (results: readonly PromiseSettledResult<unknown>[]) =>
  results.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []))

for (const crowd of [200, 500])
  test(`pending requests that ignore each other: of ${crowd} at once on two servers for one slot, one has it`, async () => {
    const { book, booked } = await oneCallTaker()
    const all = await Promise.allSettled(Array.from({ length: crowd }, (_, i) => book(serverOf(i))))
    const lost = codesOf(all)
    expect(lost).toHaveLength(crowd - 1)
    expect(new Set(lost)).toEqual(new Set(['slot-taken']))
    expect(await booked()).toHaveLength(1)
  })

test('whose form holds it has it, though two hundred press meanwhile on both servers', async () => {
  const { visitor, book, booked } = await oneCallTaker()
  const form = markForm(visitor(there))
  expect(await holdForForm(visitor(here), { form, state: 'VA', start })).toMatchObject({ held: 'held' })
  const all = Array.from({ length: 200 }, (_, i) => book(serverOf(i)))
  const mine = book(there, form)
  expect(new Set(codesOf(await Promise.allSettled(all)))).toEqual(new Set(['slot-taken']))
  await expect(mine).resolves.toMatchObject({ start })
  expect(await booked()).toHaveLength(1)
})

test('two hundred forms begun at once for one slot: one holds it', async () => {
  const { visitor } = await oneCallTaker()
  const all = await Promise.allSettled(
    Array.from({ length: 200 }, (_, i) => {
      const ground = serverOf(i)
      return holdForForm(visitor(ground), { form: markForm(visitor(ground)), state: 'VA', start })
    }),
  )
  const held = all.flatMap((each) => (each.status === 'fulfilled' ? [each.value.held] : []))
  expect(held).toEqual(['held'])
  expect(new Set(codesOf(all))).toEqual(new Set(['slot-taken']))
})

test('a cancelled slot that stays blocked: free again at once, to look at and to book, on the server that canceled and on the other', async () => {
  const { nurse, book, offered } = await oneCallTaker()
  const { id } = await book(here)
  await expect(book(there)).rejects.toMatchObject({ code: 'slot-taken' })
  await cancelCall(nurse, { appointmentId: id })
  expect(await offered(here)).toBe(true)
  await here.sealer.sealAll()
  await expect.poll(() => offered(there), { timeout: 10_000 }).toBe(true)
  await expect(book(there)).resolves.toMatchObject({ start })
})

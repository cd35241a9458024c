import { Problem } from '@dripline/clinical'
import { expect, test } from 'vitest'
import { inOneStep } from '../../platform/context.ts'
import { heldClock, peek, testClinic } from '../../platform/testing.ts'
import { postgresGround } from '../../platform/testing-postgres.ts'
import { raiseAlert } from '../alerts/raise-alert.ts'
import { addPerson } from '../people/add-person.ts'
import { writeEntry } from '../people/write-entry.ts'
import { chartEntry } from '../session/chart-entry.ts'
import { visitRunning } from '../session/testing.ts'
import { countOn } from './store.ts'
import { joinRecords } from './testing.ts'

const clock = heldClock('2026-11-23T15:00:00Z')
const ground = await postgresGround(clock)

const sorrel = {
  name: 'Sorrel Mockridge',
  email: 'sorrel@mail.example',
  phone: '(540) 555-0136',
  state: 'VA',
  zone: 'America/New_York',
}
const settled = async (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  )

test('what is written to a record while it is merged hangs on the kept one, every row of it', async () => {
  const clinic = await testClinic(clock, ground)
  const ctx = await clinic.as('nurse')
  for (let round = 0; round < 6; round += 1) {
    const [keptId, mergedId] = [(await addPerson(ctx, sorrel)).personId, (await addPerson(ctx, sorrel)).personId]
    const alerts = Array.from({ length: 12 }, () =>
      settled(
        inOneStep(ctx, 'raise', async (tx) => ({
          alertId: await raiseAlert(ctx, tx, { personId: mergedId, kind: 'safety', cause: 'answer', causeId: ctx.newId() }),
        })),
      ),
    )
    const [merge, ...raised] = await Promise.all([settled(joinRecords(ctx, { keptId, mergedId })), ...alerts])
    expect([merge, ...new Set(raised)]).toEqual(['done', 'done'])
    const count = async (id: string) =>
      (await peek(ctx, (tx) => countOn(tx, id))).find(({ tableName }) => tableName === 'alert')?.rows
    expect([await count(keptId), await count(mergedId)]).toEqual([12, 0])
  }
})

test('a running visit goes on being charted while its patient’s record is merged; nobody is refused or waits for good', async () => {
  const clinic = await testClinic(clock, ground)
  const ready = await visitRunning(clinic, { indication: 'depression' })
  const { nurse, sessionId, personId: mergedId } = ready
  const keptId = (await addPerson(nurse, sorrel)).personId
  const entries = Array.from({ length: 8 }, (_, i) =>
    settled(chartEntry(nurse, { sessionId, entry: { kind: 'note', text: `seen ${i}` } } as Parameters<typeof chartEntry>[1])),
  )
  const [merge, ...charted] = await Promise.all([settled(joinRecords(nurse, { keptId, mergedId })), ...entries])
  expect([merge, ...new Set(charted)]).toEqual(['done', 'done'])
  expect((await peek(nurse, (tx) => countOn(tx, mergedId))).filter(({ rows }) => rows > 0)).toEqual([])
})

test('of two merges of one record at once one is done, and the other is told', async () => {
  const clinic = await testClinic(clock, ground)
  const ctx = await clinic.as('nurse')
  const people = await Promise.all([0, 1, 2].map(() => addPerson(ctx, sorrel)))
  const [a, b, c] = people.map(({ personId }) => personId)
  const [keptId, mergedId, other] = [a ?? '', b ?? '', c ?? '']
  await writeEntry(ctx, { personId: mergedId, list: 'problems', entry: { text: 'Migraine' } })
  const answers = await Promise.all([
    settled(joinRecords(ctx, { keptId, mergedId })),
    settled(joinRecords(ctx, { keptId: other, mergedId })),
  ])
  expect(answers.toSorted()).toEqual(['done', 'merged-already'])
})

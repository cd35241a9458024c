import { beforeEach, expect, test } from 'vitest'
import { type TestClinic, testClinic } from '../../platform/testing.ts'
import { changeRate } from './change-rate.ts'
import { chartEntry } from './chart-entry.ts'
import { readRoom } from './read-room.ts'
import { stopInfusion } from './stop-infusion.ts'
import { patientReady, signs, visitRunning } from './testing.ts'

let clinic: TestClinic
beforeEach(async () => {
  clinic = await testClinic()
})

const dueIn = async (ctx: Parameters<typeof readRoom>[0], what: string) => {
  const { rows } = await readRoom(ctx)
  const item = rows[0]?.visit?.due.find((due) => due.what === what)
  return item && { lateByMinutes: Math.round(item.lateByMinutes), level: item.level, asks: item.asks }
}

test('pressure is due 5, 10 and 15 minutes after the start and after a change of rate, then every 15', async () => {
  const { nurse, sessionId } = await visitRunning(clinic, { indication: 'pain' })
  const chart = async () => {
    await chartEntry(nurse, { sessionId, entry: { kind: 'vitals', ...signs } })
    return dueIn(nurse, 'vitals')
  }
  expect(await dueIn(nurse, 'vitals')).toMatchObject({ lateByMinutes: -5, level: 'in time' })
  clinic.clock.forward(5)
  expect(await chart()).toMatchObject({ lateByMinutes: -5 })
  clinic.clock.forward(5)
  expect(await chart()).toMatchObject({ lateByMinutes: -5 })
  clinic.clock.forward(5)
  expect(await chart()).toMatchObject({ lateByMinutes: -15 })
  await changeRate(nurse, { sessionId, rateMlPerHour: '20', reason: 'dizzy' })
  expect(await dueIn(nurse, 'vitals')).toMatchObject({ lateByMinutes: -5 })
})

test('a missed check turns late, then calls, by the server’s clock alone', async () => {
  const { nurse, sessionId } = await visitRunning(clinic, { indication: 'pain' })
  for (const minutes of [5, 5, 5]) {
    clinic.clock.forward(minutes)
    await chartEntry(nurse, { sessionId, entry: { kind: 'vitals', ...signs } })
  }
  clinic.clock.forward(18)
  expect(await dueIn(nurse, 'vitals')).toMatchObject({ level: 'due', asks: null })
  clinic.clock.forward(1)
  expect(await dueIn(nurse, 'vitals')).toMatchObject({ level: 'late', asks: 'advise' })
  clinic.clock.forward(13)
  expect(await dueIn(nurse, 'vitals')).toMatchObject({ asks: 'call', lateByMinutes: 17 })
})

test('the board has every chair and visit of the day: who is planned, who runs, who recovers, and their latest signs', async () => {
  const { nurse, sessionId } = await visitRunning(clinic, { indication: 'pain', name: 'Clover Samplett', chair: '1' })
  await patientReady(clinic, { indication: 'depression', name: 'Basil Demowski', chair: '2' })
  clinic.clock.forward(7)
  await chartEntry(nurse, { sessionId, entry: { kind: 'vitals', ...signs, systolic: 171 } })
  clinic.clock.forward(3)
  const { rows, chairs } = await readRoom(nurse)
  expect(chairs.map(({ name }) => name)).toEqual(['1', '2'])
  expect(new Map(rows.map(({ name, visit }) => [name, visit?.state]))).toEqual(
    new Map([
      ['Clover Samplett', 'running'],
      ['Basil Demowski', undefined],
    ]),
  )
  const clover = async () => (await readRoom(nurse)).rows.find(({ name }) => name === 'Clover Samplett')?.visit
  expect(await clover()).toMatchObject({
    level: 'call',
    unanswered: 1,
    rateMlPerHour: '25',
    latest: { systolic: { value: 171, ageMinutes: 3 } },
  })
  await stopInfusion(nurse, { sessionId, reason: 'Past policy' })
  expect(await clover()).toMatchObject({ state: 'stopped', endsAt: null })
})

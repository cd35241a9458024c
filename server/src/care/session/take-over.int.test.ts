import { beforeEach, describe, expect, test } from 'vitest'
import { staffOf } from '../../platform/context.ts'
import { type TestClinic, testClinic } from '../../platform/testing.ts'
import { chartEntry } from './chart-entry.ts'
import { handOver } from './hand-over.ts'
import { readRoom } from './read-room.ts'
import { takeOver } from './take-over.ts'
import { signs, visitRunning } from './testing.ts'

let clinic: TestClinic
beforeEach(async () => {
  clinic = await testClinic()
})

const nurseOnBoard = async (ctx: Parameters<typeof readRoom>[0]) => (await readRoom(ctx)).rows[0]?.visit

describe('who is responsible for a chair', () => {
  test('is nobody until somebody takes it, and charting once does not take it', async () => {
    const { nurse, second, sessionId } = await visitRunning(clinic, { indication: 'pain' })
    expect((await nurseOnBoard(nurse))?.nurse).toBeNull()
    await takeOver(nurse, { sessionId })
    const mine = (await nurseOnBoard(nurse))?.nurse
    clinic.clock.forward(1)
    await chartEntry(second, { sessionId, entry: { kind: 'vitals', ...signs } })
    expect(mine).toEqual(expect.any(String))
    expect((await nurseOnBoard(nurse))?.nurse).toBe(mine)
  })

  test('stays with who hands over until the colleague takes it', async () => {
    const { nurse, second, sessionId } = await visitRunning(clinic, { indication: 'pain' })
    await takeOver(nurse, { sessionId })
    const before = await nurseOnBoard(nurse)
    clinic.clock.forward(1)
    await handOver(nurse, { sessionId, to: staffOf(second).id, report: 'lunch, 30 min' })
    const offered = await nurseOnBoard(nurse)
    expect(offered).toMatchObject({ nurse: before?.nurse, offeredTo: expect.any(String) })
    clinic.clock.forward(1)
    await takeOver(second, { sessionId })
    expect(await nurseOnBoard(nurse)).toMatchObject({ nurse: offered?.offeredTo, offeredTo: null })
  })

  test('is handed over only by who has it, and only to a colleague', async () => {
    const { nurse, second, sessionId } = await visitRunning(clinic, { indication: 'pain' })
    const hand = (to: string) => handOver(nurse, { sessionId, to, report: null })
    await expect(hand(staffOf(second).id)).rejects.toMatchObject({ code: 'not-responsible' })
    await takeOver(nurse, { sessionId })
    await expect(hand(staffOf(nurse).id)).rejects.toMatchObject({ faults: [{ field: 'to' }] })
    await expect(hand(nurse.newId())).rejects.toMatchObject({ faults: [{ field: 'to' }] })
  })
})

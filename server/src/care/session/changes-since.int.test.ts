import { beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '../../platform/context.ts'
import { type TestClinic, testClinic } from '../../platform/testing.ts'
import { amendEntry, chartEntry } from './chart-entry.ts'
import { readCheck } from './read-check.ts'
import { readVisit } from './read-visit.ts'
import { readingFor, signs, visitCleared } from './testing.ts'

let clinic: TestClinic
let ready: Awaited<ReturnType<typeof visitCleared>>
beforeEach(async () => {
  clinic = await testClinic()
  ready = await visitCleared(clinic, { indication: 'depression' })
})

const read = (ctx: Ctx, known: string | null = null) => readVisit(ctx, ready.sessionId, known)
const chart = async (ctx: Ctx) => {
  clinic.clock.forward(1)
  return chartEntry(ctx, { sessionId: ready.sessionId, entry: { kind: 'vitals', ...signs } })
}
const reading = (change: Parameters<typeof readingFor>[2] = {}) => ({
  sessionId: ready.sessionId,
  ...readingFor('depression', ready.vialId, change),
})

describe('a page that says what it has of a visit', () => {
  test('is sent what came since, an amendment too, and everything else of the visit as it is now', async () => {
    const { nurse, second, sessionId } = ready
    const had = await read(nurse)
    const [eventId = ''] = (await chart(second)).eventIds
    await amendEntry(second, { sessionId, eventId, reason: 'misread', entry: { kind: 'vitals', ...signs, pulse: 88 } })
    const [since, whole] = [await read(nurse, had.mark), await read(nurse)]
    expect(since.events).toHaveLength(2)
    expect([...had.events, ...since.events]).toEqual(whole.events)
    expect({ ...since, events: [], after: 0 }).toEqual({ ...whole, events: [] })
  })

  test('is sent nothing of the log when nothing came', async () => {
    const { mark } = await read(ready.nurse)
    expect(await read(ready.nurse, mark)).toMatchObject({ events: [], mark })
  })

  test('is sent all of it where it is the page of another nurse, or says what cannot be', async () => {
    const { nurse, second } = ready
    const whole = await read(second)
    const { mark } = await read(nurse)
    for (const known of [mark, 'nothing', `${mark}9`, mark.replace(/\d+$/, '0')])
      expect(await read(second, known)).toMatchObject({ after: 0, events: whole.events })
  })

  test('is not sent what somebody else read alone, and is sent all of it once that is uncovered', async () => {
    const { nurse, second } = ready
    await readCheck(nurse, reading({ infusateMg: '33.3', syringeMl: '0.777' }))
    const hidden = await read(second)
    expect(JSON.stringify(hidden)).not.toContain('0.777')
    clinic.clock.forward(1)
    await readCheck(second, reading())
    expect(JSON.stringify(await read(second, hidden.mark))).not.toContain('0.777')
    clinic.clock.forward(1)
    await readCheck(nurse, reading())
    await readCheck(second, reading())
    const after = await read(second, hidden.mark)
    expect(after).toMatchObject({ after: 0, state: 'checked' })
    expect(after.events).toEqual((await read(second)).events)
    expect(JSON.stringify(after)).toContain('0.777')
  })
})

test('of those who look at the same moment each sees what is theirs to see', async () => {
  const { nurse, second, prescriber } = ready
  await readCheck(nurse, reading({ infusateMg: '33.3', syringeMl: '0.777' }))
  await read(nurse)
  // The first one asks alone; all others share the next question and its moment.
  const [, own, ...others] = await Promise.all([nurse, nurse, second, prescriber].map((ctx) => read(ctx)))
  expect(JSON.stringify(own)).toContain('0.777')
  expect(others.map((each) => JSON.stringify(each).includes('0.777'))).toEqual([false, false])
})

import { beforeEach, expect, test } from 'vitest'
import { bookOfSession } from '../../../ledgers/substances/book-of-session.ts'
import { peek, type TestClinic, testClinic } from '../../../platform/testing.ts'
import { amendEntry } from '../chart-entry.ts'
import { readVisit } from '../read-visit.ts'
import { pauseInfusion, stopInfusion } from '../stop-infusion.ts'
import { takeBackEntry } from '../take-back.ts'
import { pumpRead, visitRunning, wasted } from '../testing.ts'
import { chartEmergency } from './chart-emergency.ts'
import { readDose } from './read-dose.ts'
import { signAfterwards } from './settle-drug.ts'
import { signLine } from './sign-line.ts'

let clinic: TestClinic
let visit: Awaited<ReturnType<typeof visitRunning>>
let eventId: string

/** 20 mg of the drug that runs, given by hand in an emergency, its vial named ten minutes into the infusion. */
beforeEach(async () => {
  clinic = await testClinic()
  visit = await visitRunning(clinic, { indication: 'pain' })
  const { nurse, second, sessionId, vialId } = visit
  clinic.clock.forward(10)
  const given = {
    drugId: 'ketamine',
    word: null,
    route: 'IV',
    mg: '20',
    reason: 'on the phone, for pain that broke through',
  } as const
  eventId = (await chartEmergency(nurse, { sessionId, ...given })).eventIds[0] ?? ''
  const read = { sessionId, about: eventId, vialId, ml: '0.4', allergiesRead: [] }
  await readDose(nurse, read)
  await readDose(second, read)
})

const book = () => peek(visit.nurse, (tx) => bookOfSession(tx, visit.sessionId, 'ketamine'))

test('a dose of the very drug that runs keeps nobody from a pause, a stop, the pump’s total and the waste', async () => {
  const { nurse, sessionId } = visit
  clinic.clock.forward(2)
  await pauseInfusion(nurse, { sessionId, reason: 'drowsy' })
  clinic.clock.forward(1)
  await stopInfusion(nurse, { sessionId, reason: 'drowsy' })
  await pumpRead(nurse, sessionId, '5')
  await wasted(visit, sessionId, '95')
  expect(await book()).toMatchObject({ drawnMg: '120', givenMg: '25', wastedMg: '95', isOpen: false })
  await expect(pumpRead(nurse, sessionId, '6')).rejects.toMatchObject({ code: 'book-settled' })
})

test('a dose whose vial was named afterwards stands in the drug book: it is neither struck nor taken back here', async () => {
  const { nurse, sessionId } = visit
  await expect(amendEntry(nurse, { sessionId, eventId, reason: 'a slip', entry: null })).rejects.toMatchObject({
    code: 'book-holds',
  })
  await expect(takeBackEntry(nurse, { sessionId, eventId, reason: 'a slip', chairId: null })).rejects.toMatchObject({
    code: 'book-holds',
  })
  expect((await readVisit(nurse, sessionId)).events.some(({ kind }) => kind === 'amended')).toBe(false)
})

test('a nurse signs neither the order of an emergency dose nor an as-needed line', async () => {
  const { nurse, sessionId } = visit
  const noRight = { code: 'no-right' }
  await expect(signAfterwards(nurse, { sessionId, eventId, note: 'verbal' })).rejects.toMatchObject(noRight)
  const line = { drugId: 'midazolam', route: 'IV', doseMg: '1', mostTimes: 1, leastMinutes: 20, reason: 'distress' } as const
  await expect(signLine(nurse, { sessionId, line, acknowledged: [] })).rejects.toMatchObject(noRight)
})

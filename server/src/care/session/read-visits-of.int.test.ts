import { beforeEach, describe, expect, test } from 'vitest'
import { type TestClinic, testClinic } from '../../platform/testing.ts'
import { readRecord } from './read-record.ts'
import { readVisitsOf } from './read-visits-of.ts'
import { stopInfusion } from './stop-infusion.ts'
import { takeOver } from './take-over.ts'
import { pumpRead, visitRunning, wasted } from './testing.ts'

let clinic: TestClinic
beforeEach(async () => {
  clinic = await testClinic()
})

const DAY_MINUTES = 24 * 60

describe('visits of a patient', () => {
  test('are listed and read long after their day, with what was given and who had the chair', async () => {
    const ready = await visitRunning(clinic, { indication: 'pain' })
    const { nurse, prescriber, personId, sessionId } = ready
    await takeOver(nurse, { sessionId })
    clinic.clock.forward(120)
    await stopInfusion(nurse, { sessionId, reason: 'patient asks' })
    await pumpRead(nurse, sessionId, '50')
    await wasted(ready, sessionId, '50')
    clinic.clock.forward(30 * DAY_MINUTES)

    const { visits, next } = await readVisitsOf(prescriber, personId, null)
    expect(visits).toMatchObject([
      { sessionId, number: 1, of: 10, given: { value: '50', unit: 'mg' }, orderedMg: '100', nurse: expect.any(String) },
    ])
    expect(next).toBeNull()

    const record = await readRecord(prescriber, sessionId)
    expect(record).toMatchObject({ print: 'agrees', beside: { before: null, after: null }, vials: [{ lot: 'SIM-2291' }] })
    expect(record.names[record.order.signedBy]).toEqual(expect.any(String))
    expect(record.titles[record.order.signedBy]).toEqual(expect.any(String))
  })

  test('of somebody nobody knows, or of another clinic, are not found', async () => {
    const { sessionId, personId } = await visitRunning(clinic, { indication: 'pain' })
    const elsewhere = await (await testClinic()).as('nurse')
    await expect(readVisitsOf(elsewhere, personId, null)).rejects.toMatchObject({ code: 'not-found' })
    await expect(readRecord(elsewhere, sessionId)).rejects.toMatchObject({ code: 'not-found' })
  })
})

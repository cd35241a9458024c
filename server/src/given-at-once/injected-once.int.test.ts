import { beforeEach, describe, expect, test } from 'vitest'
import { changePerson } from '../care/people/change-person.ts'
import { withdrawConsent } from '../care/people/withdraw-consent.ts'
import { writeEntry } from '../care/people/write-entry.ts'
import { signOwnOrder } from '../care/planning/sign-own-order.ts'
import { accepted, consented, openClinic } from '../care/planning/testing.ts'
import { caller } from '../care/screening/testing.ts'
import { appendEvent, holdVisit } from '../care/session/append-event.ts'
import { arrive } from '../care/session/arrive.ts'
import { amendEntry, chartEntry } from '../care/session/chart-entry.ts'
import { discharge } from '../care/session/discharge.ts'
import { doAct } from '../care/session/do-act.ts'
import { readDose } from '../care/session/drugs/read-dose.ts'
import { readDrugs } from '../care/session/drugs/read-drugs.ts'
import { passFor } from '../care/session/pass.ts'
import { readRecord } from '../care/session/read-record.ts'
import { lookAtVisit } from '../care/session/read-visit.ts'
import { takeBackEntry } from '../care/session/take-back.ts'
import { signs } from '../care/session/testing.ts'
import { bookOfDay } from '../ledgers/substances/book.ts'
import { bookOfSession } from '../ledgers/substances/book-of-session.ts'
import { left, stocked } from '../ledgers/substances/testing.ts'
import { type Ctx, inOneStep, staffOf } from '../platform/context.ts'
import { peek, type TestClinic, testClinic } from '../platform/testing.ts'
import './testing-known.ts'

let clinic: TestClinic
let prescriber: Ctx
let nurse: Ctx
let second: Ctx
let personId: string
let chairId: string
let vialId: string
beforeEach(async () => {
  clinic = await testClinic()
  const open = await openClinic(clinic, 1)
  prescriber = open.prescriber
  chairId = open.chairIds[0] ?? ''
  const stock = await stocked(clinic)
  nurse = stock.ctx
  second = stock.second
  vialId = stock.vialId
  personId = await accepted(prescriber, nurse)
})

const order = (protocolId = 'one-injection') =>
  signOwnOrder(prescriber, {
    personId,
    protocolId,
    said: { mg: '25' },
    visit: { start: clinic.clock.now.toISOString(), chairId },
    acknowledged: [],
  })
const noneKnown = () => writeEntry(nurse, { personId, list: 'allergies', entry: { kind: 'none known', text: '' } })

/** In the chair, with signs, after an order that rests on a screening and a consent. */
const here = async () => {
  const { consentId } = await consented(nurse, personId)
  const { appointmentId } = await order()
  const { sessionId } = await arrive(nurse, { appointmentId })
  await chartEntry(nurse, { sessionId, entry: { kind: 'vitals', ...signs } })
  return { sessionId, consentId }
}
const reads = (who: Ctx, sessionId: string, ml = '0.6') =>
  readDose(who, { sessionId, about: 'injected', vialId, ml, allergiesRead: [] })
const inject = (sessionId: string, who = nurse) =>
  doAct(who, { sessionId, act: 'injected', said: { identifiers: ['full name', 'date of birth'], site: 'left arm' } })
const inBook = (sessionId: string) => peek(nurse, (tx) => bookOfSession(tx, sessionId, 'ketamine'))

describe('an order of a controlled drug by a form of its own', () => {
  test('is of a way that has the drug book, of somebody who was accepted, with a consent that holds', async () => {
    await expect(order('unbooked-injection')).rejects.toMatchObject({ code: 'not-valid', faults: [{ field: 'protocolId' }] })
    await expect(order()).rejects.toMatchObject({ code: 'consent-missing' })
    const { consentId } = await consented(nurse, personId)
    await withdrawConsent(nurse, { personId, consentId, reason: 'wants to think' })
    await expect(order()).rejects.toMatchObject({ code: 'consent-missing' })
    await consented(nurse, personId)
    expect(await order()).toMatchObject({ personId })
    clinic.clock.forward(366 * 24 * 60)
    await expect(order()).rejects.toMatchObject({ code: 'consent-stale' })
    personId = await caller(nurse)
    await changePerson(nurse, { personId, sex: 'female' })
    await expect(order()).rejects.toMatchObject({ code: 'not-a-patient' })
  })
})

describe('a controlled drug given by an act with fields', () => {
  test('is in the drug book with the act: from which vial, before whom, what is over wasted; and the book balances', async () => {
    await noneKnown()
    const { sessionId } = await here()
    await expect(inject(sessionId)).rejects.toMatchObject({ code: 'draw-up-not-witnessed' })
    await reads(nurse, sessionId)
    const { events } = await readRecord(second, sessionId)
    expect(events.map(({ kind }) => kind)).not.toContain('dose-reading')
    await expect(inject(sessionId)).rejects.toMatchObject({ code: 'draw-up-not-witnessed' })
    expect(await reads(second, sessionId, '0.7')).toMatchObject({ check: 'differ', isDone: false })
    await expect(inject(sessionId)).rejects.toMatchObject({ code: 'check-differs' })
    expect(await left(nurse, vialId)).toBe('10')
    await reads(nurse, sessionId)
    expect(await reads(second, sessionId)).toMatchObject({ check: 'agree', isDone: false })
    expect((await readDrugs(nurse, sessionId)).checks.injected).toMatchObject({ kind: 'agree' })

    const { eventIds } = await inject(sessionId, second)
    expect(await inBook(sessionId)).toEqual({ drawnMg: '30', givenMg: '25', wastedMg: '5', openMg: '0', isOpen: false })
    expect(await left(nurse, vialId)).toBe('9.4')
    const booked = { drugId: 'ketamine', vialId, drawnMl: '0.6', givenMg: '25', witness: staffOf(second).id }
    const record = await readRecord(nurse, sessionId)
    expect(record.events.find(({ id }) => id === eventIds[0])).toMatchObject({ booked, by: staffOf(nurse).id })
    expect(record).toMatchObject({ vials: [{ lot: 'SIM-1' }], given: { value: '25', unit: 'mg' }, state: 'recovering' })
    const lines = (await peek(nurse, (tx) => bookOfDay(nurse, tx))).lines.filter((line) => line.sessionId === sessionId)
    expect(lines.map(({ kind, mg, witness }) => [kind, mg, witness])).toEqual([
      ['withdrawn', '30', staffOf(second).name],
      ['given', '25', null],
      ['wasted', '5', staffOf(second).name],
    ])

    await expect(inject(sessionId)).rejects.toMatchObject({ code: 'wrong-state' })
    const entry = { kind: 'act', act: 'injected', title: 'x', said: {} } as const
    const mended = { sessionId, eventId: eventIds[0] ?? '', reason: 'the other arm' }
    await expect(amendEntry(nurse, { ...mended, entry })).rejects.toMatchObject({ code: 'book-holds' })
    await expect(amendEntry(nurse, { ...mended, entry: null })).rejects.toMatchObject({ code: 'book-holds' })
    await expect(takeBackEntry(nurse, { ...mended, chairId: null })).rejects.toMatchObject({ code: 'book-holds' })
    await chartEntry(nurse, { sessionId, entry: { kind: 'no-adverse-effects' } })
    await discharge(nurse, { sessionId })
    expect(await inBook(sessionId)).toMatchObject({ givenMg: '25', isOpen: false })
    expect((await lookAtVisit(nurse, sessionId)).state).toBe('left')
  })

  test('is refused with everything undone: too little drawn, an allergy, nobody asked about allergies, a consent taken back', async () => {
    const { sessionId, consentId } = await here()
    const both = async (ml?: string) => [await reads(nurse, sessionId, ml), await reads(second, sessionId, ml)]
    await both()
    await expect(inject(sessionId)).rejects.toMatchObject({ code: 'drug-refused', faults: [{ field: 'allergies-not-asked' }] })
    await noneKnown()
    await both('0.3')
    await expect(inject(sessionId)).rejects.toMatchObject({ code: 'check-differs', faults: [{ field: 'drawnMl' }] })
    await both()
    await writeEntry(nurse, { personId, list: 'allergies', entry: { kind: 'allergy', text: 'ketamine', reaction: 'hives' } })
    await expect(inject(sessionId)).rejects.toMatchObject({ code: 'drug-refused', faults: [{ field: 'allergy' }] })
    await withdrawConsent(nurse, { personId, consentId, reason: 'no more' })
    await expect(inject(sessionId)).rejects.toMatchObject({ code: 'consent-missing' })
    expect([await left(nurse, vialId), (await inBook(sessionId)).drawnMg]).toEqual(['10', '0'])
    expect((await lookAtVisit(nurse, sessionId)).state).toBe('arrived')
  })

  test('is given once, whoever is first of two servers', async () => {
    await noneKnown()
    const { sessionId } = await here()
    await reads(nurse, sessionId)
    await reads(second, sessionId)
    const done = await Promise.allSettled([inject(sessionId), inject(sessionId, second)])
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await inBook(sessionId)).toMatchObject({ drawnMg: '30', isOpen: false })
  })

  test('never stands in the log without its lines in the book', async () => {
    const { sessionId } = await here()
    const past = inOneStep(nurse, 'do-act', async (tx) => {
      const session = await holdVisit(tx, sessionId)
      const said = { kind: 'act', act: 'injected', title: 'Injected', said: {} } as const
      return { sessionId, event: await appendEvent(nurse, tx, session, said, { pass: passFor('injected', sessionId) }) }
    })
    await expect(past).rejects.toThrow(/past the drug book/)
  })
})

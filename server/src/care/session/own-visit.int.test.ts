import { administrationOf, agreedWords, clinicalDefaults } from '@dripline/clinical'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '../../platform/context.ts'
import { peek, type TestClinic, testClinic } from '../../platform/testing.ts'
import { appointmentOf } from '../booking/store.ts'
import { addChair } from '../clinic/add-chair.ts'
import { approveDefaults } from '../clinic/approve-defaults.ts'
import { addPerson } from '../people/add-person.ts'
import { readOrder } from '../planning/read-order.ts'
import { signOwnOrder } from '../planning/sign-own-order.ts'
import { givenBefore } from '../planning/visit-log.ts'
import { readChart } from '../records/read-chart.ts'
import { answerMark } from './answer-mark.ts'
import { arrive } from './arrive.ts'
import { amendEntry, chartEntry } from './chart-entry.ts'
import { cancelVisit, discharge } from './discharge.ts'
import { doAct } from './do-act.ts'
import { readRecord } from './read-record.ts'
import { readRoom } from './read-room.ts'
import { lookAtVisit, readVisit } from './read-visit.ts'
import { readVisitsOf } from './read-visits-of.ts'
import { confirmOrder, sendBack } from './send-back.ts'
import { startInfusion } from './start-infusion.ts'
import { takeOver } from './take-over.ts'
import { signs } from './testing.ts'

let clinic: TestClinic
let nurse: Ctx
let prescriber: Ctx
let personId: string
let chairId: string
beforeEach(async () => {
  clinic = await testClinic()
  prescriber = await clinic.as('prescriber')
  nurse = await clinic.as('nurse')
  await approveDefaults(prescriber, { listed: clinicalDefaults })
  chairId = (await addChair(nurse, { name: '1' })).chairId
  const who = {
    name: 'Clover Samplett',
    email: 'clover@example.test',
    phone: '+15405550142',
    state: 'VA',
    zone: 'America/New_York',
  }
  personId = (await addPerson(nurse, who)).personId
})

const order = (said: Record<string, string> = {}, acknowledged: string[] = []) => ({
  personId,
  protocolId: 'hydration-saline',
  said: { ml: '1000', minutes: '90', reason: 'after a stomach bug', heart: 'no', ...said },
  visit: { start: clinic.clock.now.toISOString(), chairId },
  acknowledged,
})

const chart = (sessionId: string, entry: Parameters<typeof chartEntry>[1]['entry']) => chartEntry(nurse, { sessionId, entry })
const act = (sessionId: string, name: string, said: Record<string, unknown> = {}) => doAct(nurse, { sessionId, act: name, said })
const { agreed } = administrationOf('fluid')?.acts['line-placed']?.fields ?? {}
const told = agreed?.kind === 'agreed' ? agreedWords(agreed) : ''
const line = { identifiers: ['full name', 'date of birth'], agreed: told, site: 'left forearm', gauge: '20' }

const here = async () => {
  const { appointmentId } = await signOwnOrder(prescriber, order())
  return { appointmentId, sessionId: (await arrive(nurse, { appointmentId })).sessionId }
}

describe('an order of fluid', () => {
  test('is refused field by field, and by its own checks until they pass or are acknowledged by name', async () => {
    await expect(signOwnOrder(prescriber, order({ ml: '50000', heart: 'perhaps' }))).rejects.toMatchObject({
      code: 'not-valid',
      faults: [{ field: 'said.ml' }, { field: 'said.heart' }],
    })
    await expect(signOwnOrder(prescriber, order({ heart: 'not asked' }))).rejects.toMatchObject({
      code: 'dose-not-possible',
      faults: [{ field: 'fluid-heart-asked' }],
    })
    await expect(signOwnOrder(prescriber, order({ heart: 'yes' }))).rejects.toMatchObject({ faults: [{ field: 'fluid-heart' }] })
    await expect(signOwnOrder(nurse, order())).rejects.toMatchObject({ code: 'no-right' })
    expect(await signOwnOrder(prescriber, order({ heart: 'yes' }, ['fluid-heart']))).toMatchObject({ personId })
  })
})

describe('a visit for fluid', () => {
  test('goes from the order to the door without a screening, a pump or the drug book', async () => {
    const { appointmentId, sessionId } = await here()
    await expect(act(sessionId, 'line-placed', line)).rejects.toMatchObject({
      code: 'gate-closed',
      faults: [{ field: 'signs-charted' }],
    })
    await chart(sessionId, { kind: 'vitals', ...signs })
    await act(sessionId, 'line-placed', line)
    await act(sessionId, 'fluid-started', { bag: 'LOT-7' })
    clinic.clock.forward(80)
    const { rows } = await readRoom(nurse)
    expect(rows).toMatchObject([
      {
        indication: null,
        gives: { by: 'fluid' },
        visit: { state: 'running', given: [{ to: null }] },
        next: { code: 'chart-vitals' },
      },
    ])
    const { eventIds } = await act(sessionId, 'fluid-ended', { ml: '900' })
    await chart(sessionId, { kind: 'vitals', ...signs })
    await act(sessionId, 'line-removed', { site: 'clean' })
    await chart(sessionId, { kind: 'note', text: 'Drank two glasses' })
    await chart(sessionId, { kind: 'no-adverse-effects' })
    const entry = { kind: 'act', act: 'fluid-ended', title: 'x', said: { ml: '950', why: null } } as const
    await amendEntry(nurse, { sessionId, eventId: eventIds[0] ?? '', reason: 'read again', entry })
    await discharge(nurse, { sessionId })
    const visit = await lookAtVisit(nurse, sessionId)
    expect([visit.state, visit.screen === 'acts' && visit.given, visit.next.code]).toEqual([
      'left',
      { value: '950', unit: 'mL' },
      'read-record',
    ])
    expect((await peek(nurse, (tx) => appointmentOf(tx, appointmentId)))?.state).toBe('done')
  })

  test('says which screen it has, is listed among the patient’s visits, and is read as one page with what went in and who', async () => {
    const { sessionId } = await here()
    await chart(sessionId, { kind: 'vitals', ...signs })
    await act(sessionId, 'line-placed', line)
    await act(sessionId, 'fluid-started')
    clinic.clock.forward(80)
    expect((await lookAtVisit(nurse, sessionId)).screen).toBe('acts')
    await expect(readVisit(nurse, sessionId)).rejects.toMatchObject({ code: 'wrong-state' })
    await act(sessionId, 'fluid-ended', { ml: '900' })
    const listed = { sessionId, gives: { by: 'fluid' }, given: { value: '900', unit: 'mL' }, orderedMg: null, indication: null }
    expect((await readVisitsOf(nurse, personId, null)).visits).toMatchObject([listed])
    const record = await readRecord(prescriber, sessionId)
    expect(record).toMatchObject({
      screen: 'acts',
      order: { said: { ml: '1000' } },
      given: { value: '900' },
      print: null,
      vials: [],
    })
    expect(record.names[record.order.signedBy]).toEqual(expect.any(String))
    expect(record.events.map(({ kind }) => kind)).toContain('act')
    const printed = await readOrder(nurse, record.order.id)
    expect(printed).toMatchObject({ person: { name: 'Clover Samplett' }, order: { said: { ml: '1000', minutes: '90' } } })
    expect(printed.signedByName).toEqual(expect.any(String))
    expect((await readChart(nurse, personId)).visits).toMatchObject([{ orderId: record.order.id }])
    const elsewhere = await (await testClinic()).as('nurse')
    await expect(readRecord(elsewhere, sessionId)).rejects.toMatchObject({ code: 'not-found' })
    await expect(readOrder(elsewhere, record.order.id)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('is begun once somebody was told at this very visit, and has agreed', async () => {
    const { sessionId } = await here()
    await chart(sessionId, { kind: 'vitals', ...signs })
    const { agreed: _agreed, ...untold } = line
    const refused = { code: 'not-valid', faults: [{ field: 'said.agreed', code: 'each-point-told-and-agreed' }] }
    await expect(act(sessionId, 'line-placed', untold)).rejects.toMatchObject(refused)
    await expect(act(sessionId, 'line-placed', { ...line, agreed: told.slice(9) })).rejects.toMatchObject(refused)
    const { eventIds } = await act(sessionId, 'line-placed', line)
    const { events } = await readRecord(nurse, sessionId)
    expect(events.find(({ id }) => id === eventIds[0])).toMatchObject({ said: { agreed: told } })
  })

  test('has what any visit has: who is responsible, a value past the policy and its answer, an order sent back, a way to call it off', async () => {
    const { appointmentId, sessionId } = await here()
    await takeOver(nurse, { sessionId })
    const { eventIds } = await chart(sessionId, { kind: 'vitals', ...signs, systolic: 205, diastolic: 95 })
    await expect(act(sessionId, 'line-placed', line)).rejects.toMatchObject({ faults: [{ field: 'marks-answered' }] })
    expect((await lookAtVisit(nurse, sessionId)).next.code).toBe('answer-mark')
    await answerMark(nurse, { sessionId, about: eventIds[0] ?? '', text: 'Prescriber called', does: 'note' })
    await sendBack(nurse, { sessionId, reason: 'a cough since Monday' })
    await expect(act(sessionId, 'line-placed', line)).rejects.toMatchObject({ faults: [{ field: 'order-valid' }] })
    await expect(confirmOrder(nurse, { sessionId, reason: 'looked' })).rejects.toMatchObject({ code: 'no-right' })
    await confirmOrder(prescriber, { sessionId, reason: 'chest is clear' })
    expect((await lookAtVisit(nurse, sessionId)).next.own?.act).toBe('line-placed')
    await cancelVisit(nurse, { sessionId, reason: 'Patient declines' })
    await expect(act(sessionId, 'line-placed', line)).rejects.toMatchObject({ code: 'wrong-state' })
    expect((await peek(nurse, (tx) => appointmentOf(tx, appointmentId)))?.state).toBe('cancelled')
  })

  test('is no dose of ketamine, and nothing of a pump is done in it', async () => {
    const { sessionId } = await here()
    await chart(sessionId, { kind: 'vitals', ...signs })
    await act(sessionId, 'line-placed', line)
    await act(sessionId, 'fluid-started')
    expect(await peek(nurse, (tx) => givenBefore(tx, personId, 'ketamine'))).toEqual([])
    expect(await peek(nurse, (tx) => givenBefore(tx, personId, 'sodium-chloride'))).toMatchObject([{ sessionId, endedAt: null }])
    expect((await readChart(nurse, personId)).visits).toMatchObject([
      { by: 'fluid', session: { state: 'running', givenMg: null } },
    ])
    await expect(startInfusion(nurse, { sessionId })).rejects.toMatchObject({ code: 'wrong-state' })
    await expect(act(sessionId, 'no-such-act')).rejects.toMatchObject({ code: 'wrong-state' })
    await expect(act(sessionId, 'fluid-ended', { ml: 'much' })).rejects.toMatchObject({
      code: 'not-valid',
      faults: [{ field: 'said.ml' }],
    })
  })
})

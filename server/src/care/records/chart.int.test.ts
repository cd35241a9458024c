import { beforeEach, describe, expect, test } from 'vitest'
import { type Ctx, inOneStep, staffOf } from '../../platform/context.ts'
import { type TestClinic, testClinic } from '../../platform/testing.ts'
import { closeAlert } from '../alerts/close-alert.ts'
import { countAlerts, exportAlerts, listAlerts } from '../alerts/list-alerts.ts'
import { ownAlert } from '../alerts/own-alert.ts'
import { raiseAlert } from '../alerts/raise-alert.ts'
import { give } from '../outcomes/testing.ts'
import { addPerson } from '../people/add-person.ts'
import { writeEntry } from '../people/write-entry.ts'
import { patientReady, visitRunning } from '../session/testing.ts'
import { exportPeople } from './export-people.ts'
import { type ListSent, listPeople, listSent } from './list-people.ts'
import { readChart, readHeader } from './read-chart.ts'
import { joinRecords } from './testing.ts'

let clinic: TestClinic
let ctx: Ctx
beforeEach(async () => {
  clinic = await testClinic()
  ctx = await clinic.as('nurse')
})

const add = async (name: string, phone = '(540) 555-0142') =>
  (await addPerson(ctx, { name, email: 'somebody@example.org', phone, state: 'VA', zone: 'America/New_York' })).personId
const list = (change: Partial<ListSent> = {}) => listPeople(ctx, listSent.parse(change))
const names = async (change: Partial<ListSent> = {}) => (await list(change)).people.map(({ name }) => name)
const alert = (personId: string) =>
  inOneStep(ctx, 'raise', async (tx) => ({
    personId,
    alertId: await raiseAlert(ctx, tx, { personId, kind: 'safety', cause: 'answer', causeId: ctx.newId() }),
  }))

describe('the list of people', () => {
  test('is paged, sorted, filtered and counted by the server, every person once', async () => {
    for (const name of ['Zoe Reed', 'Ángel Ruiz', 'Basil Demowski', 'Ångström Li', 'Clover Samplett']) {
      await add(name)
      clinic.clock.forward(1)
    }
    expect(await names()).toEqual(['Clover Samplett', 'Ångström Li', 'Basil Demowski', 'Ángel Ruiz', 'Zoe Reed'])
    expect(await names({ sort: 'name' })).toEqual(['Ángel Ruiz', 'Ångström Li', 'Basil Demowski', 'Clover Samplett', 'Zoe Reed'])
    expect(await names({ sort: 'name', isTurned: true, size: 2, page: 2 })).toEqual(['Basil Demowski', 'Ångström Li'])
    expect(await list({ size: 2, page: 3 })).toMatchObject({ total: 5, counts: { all: 5, caller: 5, patient: 0 } })
    expect(await names({ text: 'reed, zoe' })).toEqual(['Zoe Reed'])
    expect(await list({ text: 'samplet clovr' })).toMatchObject({ isNear: true, people: [{ name: 'Clover Samplett' }] })
    expect(await names({ text: 'nobody at all' })).toEqual([])
  })

  test('says what happens next from state: a visit that runs is running, nobody signed in a course is asked for consent', async () => {
    const running = await visitRunning(clinic, { indication: 'depression', name: 'Clover Samplett' })
    const caller = await add('Fern Testa')
    const people = new Map((await list()).people.map(({ personId, next }) => [personId, next]))
    expect(people.get(running.personId)).toMatchObject({
      code: 'open-visit',
      sessionId: running.sessionId,
      state: 'running',
      next: { code: 'chart-vitals', where: 'visit' },
    })
    expect(people.get(caller)).toEqual({ code: 'screen' })
    await alert(caller)
    expect((await list({ which: 'alerts' })).people).toMatchObject([{ personId: caller, next: { code: 'own-alert', count: 1 } }])
  })

  test('a course with its next visit booked says so, and asks for medicines nobody checked', async () => {
    const { personId, nurse } = await patientReady(clinic, { indication: 'depression' })
    const nextOf = async () => (await readChart(nurse, personId)).next
    expect(await nextOf()).toMatchObject({ code: 'visit-booked' })
    await writeEntry(nurse, { personId, list: 'medicines', entry: { text: 'Cetirizine', status: 'unknown', isChecked: false } })
    expect(await nextOf()).toMatchObject({ code: 'check-medicines', count: 1 })
  })

  test('a record that was merged away is not listed, and the file holds every line that the list has', async () => {
    const [keptId, mergedId] = [await add('Sorrel Mockridge'), await add('Sorel Mockridge')]
    await joinRecords(ctx, { keptId, mergedId })
    expect(await names()).toEqual(['Sorrel Mockridge'])
    const lines = await exportPeople(ctx, { which: 'all', sort: 'name', isTurned: false })
    expect(lines).toMatchObject([
      ['Sorrel Mockridge', null, '(540) 555-0142', 'VA', 'caller', expect.any(Date), 'screen', undefined, 0],
    ])
  })
})

describe('the chart', () => {
  test('shows lists, visits with what was given, consents, letters and who may be the same person', async () => {
    const ready = await patientReady(clinic, { indication: 'depression', name: 'Clover Samplett' })
    await give(clinic, ready, { number: 1 })
    const twin = await add('Clover Samplett')
    const { personId, nurse } = ready
    const { entryId } = await writeEntry(nurse, {
      personId,
      list: 'allergies',
      entry: { kind: 'allergy', text: 'latex', reaction: 'rash' },
    })
    const chart = await readChart(nurse, personId)
    expect(chart).toMatchObject({
      age: 44,
      allergyWords: 'latex (rash)',
      consents: [{ ended: null }],
      likely: [{ personId: twin, why: ['same phone', 'same name'] }],
      mergedInto: null,
    })
    expect(chart.visits.find(({ number }) => number === 1)).toMatchObject({ of: 6, session: { givenMg: '36' } })
    expect(chart.visits.find(({ number }) => number === 2)).toMatchObject({ session: null, state: 'booked' })
    expect((await readHeader(nurse, personId)).allergies).toMatchObject([{ kind: 'allergy', entryId }, { kind: 'none known' }])
  })
})

describe('alerts', () => {
  test('are paged, counted and filtered by their owner; closed ones are found and nothing is cut off', async () => {
    const personId = await add('Fern Testa')
    const ids: string[] = []
    for (let i = 0; i < 27; i += 1) {
      ids.push((await alert(personId)).alertId)
      clinic.clock.forward(1)
    }
    await ownAlert(ctx, { alertId: ids[0] ?? '' })
    await closeAlert(ctx, { alertId: ids[1] ?? '', action: 'phoned her' })
    expect(await countAlerts(ctx)).toEqual({ open: 26, unowned: 25, mine: 1 })
    const page = (n: number) => listAlerts(ctx, { state: 'open', owner: 'anybody', page: n })
    expect([(await page(1)).alerts.length, (await page(2)).alerts.length]).toEqual([25, 1])
    expect((await listAlerts(ctx, { state: 'open', owner: 'me', page: 1 })).alerts).toMatchObject([{ ownerId: staffOf(ctx).id }])
    expect(await listAlerts(ctx, { state: 'open', owner: 'nobody', page: 1 })).toMatchObject({ total: 25 })
    expect(await exportAlerts(ctx, { state: 'closed' })).toMatchObject([
      [
        expect.any(Date),
        'Fern Testa',
        '(540) 555-0142',
        'safety',
        'answer',
        expect.any(String),
        expect.any(Date),
        expect.any(String),
        'phoned her',
      ],
    ])
  })
})

import { closedGates, type EventBody, entriesOf, foldSession } from '@dripline/clinical'
import { beforeEach, describe, expect, test } from 'vitest'
import { type TestClinic, testClinic } from '../../platform/testing.ts'
import { amendEntry, chartEntry } from './chart-entry.ts'
import { discharge } from './discharge.ts'
import { overrideDischarge, overrideFacts } from './override-discharge.ts'
import { readVisit } from './read-visit.ts'
import { stopInfusion } from './stop-infusion.ts'
import { signs, visitRunning, wasted, wordOf } from './testing.ts'

let clinic: TestClinic
beforeEach(async () => {
  clinic = await testClinic()
})

const minutesAgo = (minutes: number) => new Date(clinic.clock.now.getTime() - minutes * 60_000).toISOString()
const effect = (onset: string): EventBody => ({
  kind: 'adverse-effect',
  term: 'nausea',
  onset,
  grade: 1,
  action: 'ondansetron',
  outcome: 'over',
})

describe('an entry', () => {
  test('made late carries its own time beside the time of entry', async () => {
    const { nurse, sessionId } = await visitRunning(clinic, { indication: 'pain' })
    clinic.clock.forward(30)
    const at = minutesAgo(20)
    await chartEntry(nurse, { sessionId, entry: { kind: 'vitals', ...signs, systolic: 141 }, at })
    const folded = foldSession((await readVisit(nurse, sessionId)).events)
    const [late] = folded.entries.filter(({ event }) => event.kind === 'vitals')
    expect(late).toMatchObject({ isLate: true, event: { at, enteredAt: clinic.clock.now.toISOString(), systolic: 141 } })
  })

  test('is refused at a time that cannot be: to come, or before the patient was here', async () => {
    const { nurse, sessionId } = await visitRunning(clinic, { indication: 'pain' })
    const entry = { kind: 'vitals', ...signs } as const
    for (const at of [minutesAgo(-3), minutesAgo(60)])
      await expect(chartEntry(nurse, { sessionId, entry, at })).rejects.toMatchObject({ code: 'time-not-possible' })
    await expect(chartEntry(nurse, { sessionId, entry: effect(minutesAgo(-5)) })).rejects.toMatchObject({
      faults: [{ field: 'onset' }],
    })
  })

  test('is amended with a reason; the old value stays readable, and a strike leaves it so', async () => {
    const { nurse, second, sessionId } = await visitRunning(clinic, { indication: 'pain' })
    clinic.clock.forward(5)
    const { eventIds } = await chartEntry(nurse, { sessionId, entry: { kind: 'vitals', ...signs, systolic: 231 } })
    const [eventId = ''] = eventIds
    clinic.clock.forward(2)
    const entry = { kind: 'vitals', ...signs, systolic: 131 } as const
    await amendEntry(second, { sessionId, eventId, reason: 'typed 2 for 1', entry })
    const once = foldSession((await readVisit(nurse, sessionId)).events)
    const [amended] = once.entries.filter(({ event }) => event.kind === 'vitals')
    expect(amended).toMatchObject({
      event: { systolic: 131, amends: { reason: 'typed 2 for 1' } },
      earlier: [{ systolic: 231 }],
    })
    await amendEntry(nurse, { sessionId, eventId, reason: 'wrong patient', entry: null })
    const twice = foldSession((await readVisit(nurse, sessionId)).events)
    expect(entriesOf(twice, 'vitals')).toEqual([])
    expect(twice.struck).toHaveLength(3)
    const drawn = twice.drawnUp?.id ?? ''
    await expect(amendEntry(nurse, { sessionId, eventId: drawn, reason: 'x', entry: null })).rejects.toMatchObject({
      code: 'wrong-state',
    })
  })

  test('says of an adverse effect what, since when, how bad, what was done and how it ended', async () => {
    const { nurse, sessionId } = await visitRunning(clinic, { indication: 'pain' })
    clinic.clock.forward(20)
    await chartEntry(nurse, { sessionId, entry: effect(minutesAgo(5)) })
    const { adverseEffects } = foldSession((await readVisit(nurse, sessionId)).events)
    expect(adverseEffects).toMatchObject([{ term: 'nausea', grade: 1, action: 'ondansetron', outcome: 'over' }])
  })

  test('past the policy is quoted with its sentence until a note answers it by name', async () => {
    const { nurse, sessionId } = await visitRunning(clinic, { indication: 'pain' })
    clinic.clock.forward(5)
    const { eventIds } = await chartEntry(nurse, { sessionId, entry: { kind: 'vitals', ...signs, systolic: 163 } })
    const before = await readVisit(nurse, sessionId)
    const mark = before.marks.find(({ threshold }) => threshold === 'systolic')
    expect(mark).toMatchObject({ level: 'advise', policy: expect.stringContaining('measure again'), answer: null })
    expect(before.due[0]).toMatchObject({ what: 'repeat', lateByMinutes: -5 })
    const [about = ''] = eventIds
    await chartEntry(nurse, { sessionId, entry: { kind: 'note', text: 'Prescriber called', about } })
    const after = await readVisit(nurse, sessionId)
    expect(after.marks.find(({ threshold }) => threshold === 'systolic')?.answer).toMatchObject({ text: 'Prescriber called' })
  })
})

describe('the door', () => {
  const recovering = async () => {
    const ready = await visitRunning(clinic, { indication: 'depression' })
    const { nurse, sessionId } = ready
    clinic.clock.forward(20)
    await stopInfusion(nurse, { sessionId, reason: 'Patient asks', totalMl: '50' })
    await wasted(ready, sessionId, '50')
    await chartEntry(nurse, { sessionId, entry: { kind: 'recovering' } })
    return ready
  }
  const missingIn = (visit: Awaited<ReturnType<typeof readVisit>>) =>
    visit.gates.discharge.filter(({ state }) => state !== 'met').map(({ id }) => id)

  test('opens with something missing only by a prescriber’s reason, and the gate stays not met', async () => {
    const { nurse, second, prescriber, sessionId } = await recovering()
    const gates = missingIn(await readVisit(nurse, sessionId))
    const sent = { sessionId, gates, reason: 'brother takes him straight to the ward' }
    await expect(overrideDischarge(nurse, sent)).rejects.toMatchObject({ code: 'no-right' })
    await expect(wordOf(nurse, second, 'override-discharge', overrideFacts(sent))).rejects.toMatchObject({ code: 'no-right' })
    const signed = await wordOf(nurse, prescriber, 'override-discharge', overrideFacts(sent))
    await overrideDischarge(nurse, { ...sent, proof: signed })

    const visit = await readVisit(nurse, sessionId)
    expect(closedGates(visit.gates.discharge)).toEqual([])
    expect(missingIn(visit)).toEqual(gates)
    await discharge(nurse, { sessionId })
    const left = await readVisit(nurse, sessionId)
    expect(left.state).toBe('left')
    expect(left.gates.discharge.filter(({ state }) => state !== 'met').map(({ override }) => override?.reason)).toEqual(
      gates.map(() => sent.reason),
    )
  })

  test('takes no reason for a gate that is met', async () => {
    const { prescriber, nurse, sessionId } = await recovering()
    await chartEntry(nurse, { sessionId, entry: { kind: 'no-adverse-effects' } })
    const sent = { sessionId, gates: ['adverse-effects'] as const, reason: 'x' }
    await expect(overrideDischarge(prescriber, sent)).rejects.toMatchObject({ code: 'not-valid', faults: [{ field: 'gates' }] })
  })
})

test('a look at a visit is on the books once a minute for each reader', async () => {
  const { nurse, sessionId, personId } = await visitRunning(clinic, { indication: 'pain' })
  const reads = async () =>
    (await clinic.trail()).filter(({ verb, patients }) => verb === 'read-visit' && patients.includes(personId)).length
  clinic.clock.forward(2)
  const before = await reads()
  for (let i = 0; i < 3; i++) await readVisit(nurse, sessionId)
  expect((await reads()) - before).toBe(1)
  clinic.clock.forward(1)
  await readVisit(nurse, sessionId)
  expect((await reads()) - before).toBe(2)
})

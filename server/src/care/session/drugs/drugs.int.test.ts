import { beforeEach, describe, expect, test } from 'vitest'
import { bookOfSession } from '../../../ledgers/substances/book-of-session.ts'
import { receiveVials } from '../../../ledgers/substances/receive-vials.ts'
import { left } from '../../../ledgers/substances/testing.ts'
import { staffOf } from '../../../platform/context.ts'
import { peek, type TestClinic, testClinic } from '../../../platform/testing.ts'
import { writeEntry } from '../../people/write-entry.ts'
import { amendEntry } from '../chart-entry.ts'
import { readVisit } from '../read-visit.ts'
import { entrySent } from '../session.ts'
import { visitRunning, wordOf } from '../testing.ts'
import { askPrescriber } from './ask-prescriber.ts'
import { chartEmergency } from './chart-emergency.ts'
import { giveControlled } from './give-controlled.ts'
import { giveDrug } from './give-drug.ts'
import { readDose } from './read-dose.ts'
import { readDrugs } from './read-drugs.ts'
import { doseSent, emergencySent } from './sent.ts'
import { signAfterwards } from './settle-drug.ts'
import { signLine } from './sign-line.ts'

let clinic: TestClinic
let visit: Awaited<ReturnType<typeof visitRunning>>
beforeEach(async () => {
  clinic = await testClinic()
  visit = await visitRunning(clinic, { indication: 'pain' })
})

const ondansetron = {
  drugId: 'ondansetron',
  route: 'IV',
  mg: '4',
  reason: null,
  lineId: null,
  allergiesRead: [] as string[],
} as const
const give = (change: Partial<Parameters<typeof giveDrug>[1]> = {}) =>
  giveDrug(visit.nurse, { sessionId: visit.sessionId, ...ondansetron, ...change })
const given = async () => (await readDrugs(visit.nurse, visit.sessionId)).given.map(({ drugId, mg }) => [drugId, mg])
const allergic = (text: string) =>
  writeEntry(visit.nurse, { personId: visit.personId, list: 'allergies', entry: { kind: 'allergy', text, reaction: 'wheezing' } })

const midazolamVial = async () => {
  const vial = { drugId: 'midazolam', lot: 'SIM-9', mgPerMl: '5', volumeMl: '2', expiresOn: '2027-08-31', invoice: '' }
  const proof = await wordOf(visit.nurse, visit.second, 'receive', { ...vial, vials: '1' })
  const { received } = await receiveVials(visit.nurse, { ...vial, vials: 1, proof })
  return received[0]?.vialId ?? ''
}
const midazolamLine = {
  drugId: 'midazolam',
  route: 'IV',
  doseMg: '1',
  mostTimes: 2,
  leastMinutes: 20,
  reason: 'distress 5 or more',
} as const
const lineSigned = async (change: Partial<typeof midazolamLine> = {}) =>
  (await signLine(visit.prescriber, { sessionId: visit.sessionId, line: { ...midazolamLine, ...change }, acknowledged: [] }))
    .lineId
type Read = { about: string; vialId: string; ml: string }
/** Each reads on their own tablet; the dose is given with the second reading. */
const both = async ({ secondMl, ...read }: Read & { secondMl?: string }) => {
  await readDose(visit.nurse, { sessionId: visit.sessionId, ...read, allergiesRead: [] })
  return readDose(visit.second, { sessionId: visit.sessionId, ...read, ml: secondMl ?? read.ml, allergiesRead: [] })
}
const controlled = ({ lineId, vialId, ml = '0.2' }: { lineId: string; vialId: string; ml?: string }) =>
  both({ about: lineId, vialId, ml })

describe('a drug of the clinic’s list', () => {
  test('is charted with its code in its usual dose, and shown with what was given', async () => {
    await give()
    expect(await given()).toEqual([['ondansetron', '4']])
  })

  test('needs a reason above the usual dose, a prescriber above the highest of the visit, and time between', async () => {
    await expect(give({ mg: '8' })).rejects.toMatchObject({ code: 'drug-refused', faults: [{ field: 'reason' }] })
    await give({ mg: '8', reason: 'vomited the first time' })
    await expect(give()).rejects.toMatchObject({ faults: [{ field: 'highest' }, { field: 'spacing' }] })
    await expect(give({ mg: '40', reason: 'a slip' })).rejects.toMatchObject({ code: 'drug-refused' })
    expect(await given()).toEqual([['ondansetron', '8']])
  })

  test('is refused for an allergy to one of its family, which the refusal names with what is shared', async () => {
    await allergic('ibuprofen')
    await expect(give({ drugId: 'ketorolac', mg: '15' })).rejects.toMatchObject({
      faults: [{ field: 'allergy', params: { found: { params: { allergy: 'ibuprofen', shared: 'both are NSAIDs' } } } }],
    })
    await give()
  })

  test('is refused while an allergy stands in words that no rule can read, until a person has read them', async () => {
    await allergic('the pink pill')
    await expect(give()).rejects.toMatchObject({ faults: [{ field: 'allergies-unread' }] })
    await give({ allergiesRead: ['the pink pill'] })
  })

  test('that a prescriber orders is given by the prescriber, or by the line they sign', async () => {
    await expect(give({ drugId: 'labetalol', mg: '5' })).rejects.toMatchObject({ faults: [{ field: 'line' }] })
    const line = { drugId: 'labetalol', route: 'IV' as const, doseMg: '5', mostTimes: 2, leastMinutes: 10, reason: 'over 180' }
    const { lineId } = await signLine(visit.prescriber, { sessionId: visit.sessionId, line, acknowledged: [] })
    await give({ drugId: 'labetalol', mg: '5', lineId })
    expect(await given()).toEqual([['labetalol', '5']])
  })
})

describe('an order-less drug has no door', () => {
  test('the generic entry takes no drug, whatever its words', () => {
    const word = { kind: 'drug-given', drug: 'ketamine', amount: '50', unit: 'mg', route: 'IV', reason: null }
    expect(entrySent.safeParse({ entry: word }).success).toBe(false)
  })

  test('ketamine 50 mg from one nurse, and midazolam 1,000 mg by mouth, are refused', async () => {
    await expect(give({ drugId: 'ketamine', mg: '50' })).rejects.toMatchObject({
      code: 'not-valid',
      faults: [{ field: 'drugId' }],
    })
    await expect(give({ drugId: 'midazolam', route: 'by mouth', mg: '1000' })).rejects.toMatchObject({ code: 'not-valid' })
    await expect(give({ drugId: 'midazolam', mg: '1' })).rejects.toMatchObject({
      code: 'drug-refused',
      faults: [{ field: 'line' }],
    })
    expect(doseSent.safeParse({ ...ondansetron, drugId: 'ondansetron', mg: '-4' }).success).toBe(false)
    expect(await given()).toEqual([])
  })

  test('an entry of a drug is struck, never given another wording', async () => {
    const [eventId = ''] = (await give()).eventIds
    const amend = { sessionId: visit.sessionId, eventId, reason: 'ten times' }
    const old = (await readVisit(visit.nurse, visit.sessionId)).events.find(({ id }) => id === eventId)
    if (old?.kind !== 'drug-given') throw new Error('no dose')
    await expect(amendEntry(visit.nurse, { ...amend, entry: { ...old, amount: '40' } })).rejects.toMatchObject({
      code: 'not-valid',
    })
    await amendEntry(visit.nurse, { ...amend, entry: null })
    expect(await given()).toEqual([])
  })
})

describe('a controlled drug', () => {
  test('is given by its line from its vial by two people; drawn, given and wasted stand in the book beside the ketamine', async () => {
    const [lineId, vialId] = [await lineSigned(), await midazolamVial()]
    await controlled({ lineId, vialId, ml: '0.4' })
    expect(await left(visit.nurse, vialId)).toBe('1.6')
    const book = (drugId: string) => peek(visit.nurse, (tx) => bookOfSession(tx, visit.sessionId, drugId))
    expect(await book('midazolam')).toMatchObject({ drawnMg: '2', givenMg: '1', wastedMg: '1', openMg: '0' })
    expect(await book('ketamine')).toMatchObject({ drawnMg: '100', givenMg: '0', openMg: '100' })
    expect((await readVisit(visit.nurse, visit.sessionId)).events.at(-1)).toMatchObject({
      witness: staffOf(visit.second).id,
      vialId,
    })
  })

  test('waits for its spacing, and ends with its count', async () => {
    const [lineId, vialId] = [await lineSigned(), await midazolamVial()]
    await controlled({ lineId, vialId })
    clinic.clock.forward(19)
    await expect(controlled({ lineId, vialId })).rejects.toMatchObject({ code: 'gate-closed' })
    clinic.clock.forward(1)
    await expect(controlled({ lineId, vialId })).rejects.toMatchObject({
      code: 'gate-closed',
      faults: expect.not.arrayContaining([expect.objectContaining({ field: 'dose-spacing' })]),
    })
  })

  test('is two records: the first waits, on reload and on any tablet, and is hidden from the other until both stand', async () => {
    const [lineId, vialId] = [await lineSigned(), await midazolamVial()]
    const read = { sessionId: visit.sessionId, about: lineId, vialId, ml: '0.2', allergiesRead: [] }
    expect(await readDose(visit.nurse, read)).toMatchObject({ check: 'one', isDone: false })
    expect(await left(visit.nurse, vialId)).toBe('2')
    const seen = async (who: typeof visit.nurse) =>
      (await readVisit(who, visit.sessionId)).events.filter(({ kind }) => kind === 'dose-reading').map(({ by }) => by)
    expect(await seen(visit.nurse)).toEqual([staffOf(visit.nurse).id])
    expect(await seen(visit.second)).toEqual([])
    expect((await readDrugs(visit.second, visit.sessionId)).checks[lineId]).toMatchObject({
      kind: 'one',
      readings: [{ by: staffOf(visit.nurse).id }],
    })
    await expect(giveControlled(visit.nurse, { sessionId: visit.sessionId, lineId })).rejects.toMatchObject({
      code: 'draw-up-not-witnessed',
    })
    const { facts } = (await readDrugs(visit.nurse, visit.sessionId)).checks[lineId] ?? { facts: {} }
    const proof = await wordOf(visit.nurse, visit.second, 'give-controlled', facts)
    expect(await readDose(visit.nurse, { ...read, proof })).toMatchObject({ isDone: true, readBy: staffOf(visit.second).id })
    expect(await left(visit.nurse, vialId)).toBe('1.8')
    expect(await seen(visit.second)).toHaveLength(2)
  })

  test('a slip is on the record, and both read again', async () => {
    const [lineId, vialId] = [await lineSigned(), await midazolamVial()]
    expect(await both({ about: lineId, vialId, ml: '0.2', secondMl: '2' })).toMatchObject({ check: 'differ', isDone: false })
    await expect(giveControlled(visit.nurse, { sessionId: visit.sessionId, lineId })).rejects.toMatchObject({
      code: 'check-differs',
    })
    expect(await left(visit.nurse, vialId)).toBe('2')
    expect(await both({ about: lineId, vialId, ml: '0.2' })).toMatchObject({ isDone: true })
    const { events } = await readVisit(visit.nurse, visit.sessionId)
    expect(events.flatMap((event) => (event.kind === 'dose-reading' ? [event.ml] : []))).toEqual(['0.2', '2', '0.2', '0.2'])
  })

  test('is refused without a line, and drawn short; nothing leaves the safe', async () => {
    const [lineId, vialId] = [await lineSigned(), await midazolamVial()]
    await expect(controlled({ lineId: '01890a5d-ac96-774b-bcce-b302099a8057', vialId })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(controlled({ lineId, vialId, ml: '0.1' })).rejects.toMatchObject({ code: 'check-differs' })
    expect(await left(visit.nurse, vialId)).toBe('2')
    expect(await given()).toEqual([])
  })

  test('is never drawn from a vial of another drug', async () => {
    const lineId = await lineSigned()
    await expect(controlled({ lineId, vialId: visit.vialId })).rejects.toMatchObject({ code: 'vial-of-other-drug' })
    expect(await given()).toEqual([])
  })

  test('without a line is asked for: an alert with the signer of the order on it, closed by the line', async () => {
    const asked = await askPrescriber(visit.nurse, {
      sessionId: visit.sessionId,
      drugId: 'midazolam',
      route: 'IV',
      mg: '1',
      reason: 'afraid',
    })
    expect(asked.ownerId).toBe(staffOf(visit.prescriber).id)
    await expect(
      signLine(visit.nurse, { sessionId: visit.sessionId, line: midazolamLine, acknowledged: [] }),
    ).rejects.toMatchObject({
      code: 'no-right',
    })
    await lineSigned()
    expect((await readDrugs(visit.nurse, visit.sessionId)).lines).toMatchObject([midazolamLine])
  })
})

describe('in an emergency', () => {
  const emergency = (change: object = {}) =>
    chartEmergency(visit.nurse, {
      sessionId: visit.sessionId,
      drugId: 'midazolam',
      word: null,
      route: 'IV',
      mg: '2',
      reason: 'pulled at the line; told by Dr Thistlewood',
      ...change,
    })

  test('what was given is charted at once and marked; vial, second person and order stay open with an owner until closed', async () => {
    await allergic('Valium')
    const [eventId = ''] = (await emergency()).eventIds
    const open = async () => (await readDrugs(visit.nurse, visit.sessionId)).tasks.map(({ task, ownerId }) => [task, ownerId])
    const [nurse, prescriber] = [staffOf(visit.nurse).id, staffOf(visit.prescriber).id]
    expect(await open()).toEqual([
      ['vial', nurse],
      ['second person', nurse],
      ['order', prescriber],
    ])
    const vialId = await midazolamVial()
    await both({ about: eventId, vialId, ml: '0.4' })
    expect(await left(visit.nurse, vialId)).toBe('1.6')
    expect(await open()).toEqual([['order', prescriber]])
    await expect(signAfterwards(visit.nurse, { sessionId: visit.sessionId, eventId, note: 'x' })).rejects.toMatchObject({
      code: 'no-right',
    })
    await signAfterwards(visit.prescriber, { sessionId: visit.sessionId, eventId, note: 'midazolam 2 mg IV once' })
    expect(await open()).toEqual([])
  })

  test('the spacing of the line counts it, however it was given', async () => {
    const [lineId, vialId] = [await lineSigned(), await midazolamVial()]
    await emergency()
    await expect(controlled({ lineId, vialId })).rejects.toMatchObject({
      code: 'gate-closed',
      faults: [{ field: 'dose-spacing' }],
    })
  })

  test('a drug that no definition knows is written by its word; one that is known is coded', async () => {
    await emergency({ drugId: null, word: 'haloperidol' })
    await emergency({ drugId: null, word: 'Versed' })
    expect(await given()).toEqual([
      [null, '2'],
      ['midazolam', '2'],
    ])
    expect(emergencySent.safeParse({ drugId: 'midazolam', route: 'IV', mg: '2', reason: '' }).success).toBe(false)
  })

  test('struck as never so, it closes what it left open', async () => {
    const [eventId = ''] = (await emergency()).eventIds
    await amendEntry(visit.nurse, { sessionId: visit.sessionId, eventId, reason: 'another chair', entry: null })
    expect((await readDrugs(visit.nurse, visit.sessionId)).tasks).toEqual([])
  })
})

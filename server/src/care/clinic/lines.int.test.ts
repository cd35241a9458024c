import { type LineTerms, shippedLineOf } from '@dripline/clinical'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { peek, testClinic } from '../../platform/testing.ts'
import { readLines } from './read-lines.ts'
import { linesOn } from './service-line.ts'
import { retireLine, setLine } from './set-line.ts'
import { vitaminDrip } from './testing-lines.ts'

const ready = async () => {
  const clinic = await testClinic()
  const owner = await clinic.as('owner')
  const on = async (day: string, id: string) =>
    (await peek(owner, (tx) => linesOn(owner, tx, day))).find((each) => each.id === id)
  return { clinic, owner, on, today: (await readLines(owner)).today }
}
const price = (id: string, priceUsd: string): LineTerms => {
  const shipped = shippedLineOf(id)
  if (!shipped) throw new Error(`no line ${id}`)
  const { id: _id, takes: _takes, minutesFrom: _from, ...terms } = shipped
  return { ...terms, priceUsd, cancelHours: 24, cancelFeeUsd: '75' }
}

describe('service lines', () => {
  test('are those of the house until the clinic sets one, and a call takes as long as its policy says', async () => {
    const { owner } = await ready()
    const { lines } = await readLines(owner)
    expect(lines.map(({ id, version, minutes }) => [id, version, minutes])).toEqual([
      ['free-call', 0, 15],
      ['evaluation', 0, 45],
      ['pain-infusion', 0, null],
      ['depression-infusion', 0, null],
      ['hydration', 0, null],
    ])
  })

  test('change from a day on; what held before stays readable', async () => {
    const { owner, on, today } = await ready()
    await setLine(owner, { lineId: 'pain-infusion', after: 0, holdsFrom: today, terms: price('pain-infusion', '1000') })
    await setLine(owner, { lineId: 'pain-infusion', after: 1, holdsFrom: '2027-01-01', terms: price('pain-infusion', '1100.50') })
    expect((await on('2026-12-31', 'pain-infusion'))?.priceUsd).toBe('1000')
    expect((await on('2027-01-01', 'pain-infusion'))?.priceUsd).toBe('1100.50')
    const kept = (await readLines(owner)).lines.find(({ id }) => id === 'pain-infusion')
    expect(kept?.history.map(({ version, terms }) => [version, terms.priceUsd])).toEqual([
      [1, '1000'],
      [2, '1100.50'],
    ])
  })

  test('are never changed for a day that is over, nor by whoever read an older version', async () => {
    const { owner, today } = await ready()
    const sent = { lineId: 'hydration', after: 0, terms: price('hydration', '180') }
    await expect(setLine(owner, { ...sent, holdsFrom: '2020-01-01' })).rejects.toMatchObject({
      faults: [{ field: 'holdsFrom', code: 'line-today-or-later' }],
    })
    await setLine(owner, { ...sent, holdsFrom: today })
    await expect(setLine(owner, { ...sent, holdsFrom: today })).rejects.toMatchObject({ code: 'line-changed' })
  })

  test('of the clinic’s own are begun, named anew and ended with a reason', async () => {
    const { owner, on, today } = await ready()
    const { lineId } = await setLine(owner, { after: 0, holdsFrom: today, terms: vitaminDrip })
    expect(lineId).toBe('vitamin-drip')
    const named = {
      en: { name: 'Vitamin bag', about: 'Salt water and vitamins' },
      es: { name: 'Bolsa con vitaminas', about: 'Agua con sal y vitaminas' },
    }
    await setLine(owner, { lineId, after: 1, holdsFrom: today, terms: { ...vitaminDrip, words: named } })
    await retireLine(owner, { lineId, after: 2, holdsFrom: '2027-02-01', reason: 'Nobody asks for it' })
    expect(await on('2027-01-31', lineId)).toMatchObject({
      words: { en: { name: 'Vitamin bag' } },
      isRetired: false,
      until: '2027-02-01',
    })
    expect(await on('2027-02-01', lineId)).toMatchObject({ isRetired: true })
    await expect(setLine(owner, { after: 0, holdsFrom: today, terms: vitaminDrip })).rejects.toMatchObject({
      faults: [{ field: 'words.en.name', code: 'line-name-new' }],
    })
  })

  test('promise nothing, in any language, and name only who and what is here', async () => {
    const { owner, today } = await ready()
    const words = { en: { name: 'Safe drip', about: 'Water' }, es: { name: 'Suero', about: 'Está comprobado que cura' } }
    const terms = { ...vitaminDrip, words, chairIds: [owner.newId()], states: ['ZZ'] }
    await expect(setLine(owner, { after: 0, holdsFrom: today, terms })).rejects.toMatchObject({
      faults: [
        { field: 'words.en.name', code: 'line-not-promised' },
        { field: 'words.es.about', code: 'line-not-promised' },
        { field: 'chairIds', code: 'line-chair-here' },
        { field: 'states', code: 'line-state-here' },
      ],
    })
  })

  test('are facts of booking: a table of times from before a change no longer holds', async () => {
    const { clinic, owner, today } = await ready()
    const facts = () =>
      peek(owner, async ({ db }) =>
        (await sql<{ facts: string }>`select booking_facts(${clinic.clinicId}) as facts`.execute(db)).rows.map(
          (row) => row.facts,
        ),
      )
    const before = await facts()
    expect(await facts()).toEqual(before)
    await setLine(owner, { after: 0, holdsFrom: today, terms: vitaminDrip })
    expect(await facts()).not.toEqual(before)
  })

  test('are another clinic’s nowhere', async () => {
    const [{ owner, today }, other] = [await ready(), await ready()]
    await setLine(owner, { after: 0, holdsFrom: today, terms: vitaminDrip })
    expect((await readLines(other.owner)).lines.map(({ id }) => id)).not.toContain('vitamin-drip')
  })
})

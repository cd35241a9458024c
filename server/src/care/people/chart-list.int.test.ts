import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { inOneStep } from '../../platform/context.ts'
import { peek, testClinic } from '../../platform/testing.ts'
import { addPerson } from './add-person.ts'
import { allergyWords } from './chart-list.ts'
import { checkMedicines } from './check-medicines.ts'
import { allergiesOf, chartListsOf } from './store.ts'
import { strikeEntry } from './strike-entry.ts'
import { writeEntry } from './write-entry.ts'

const fern = { name: 'Fern Testa', email: 'fern@example.org', phone: '+1 540 555 0143', state: 'VA', zone: 'America/New_York' }

const patient = async () => {
  const clinic = await testClinic()
  const ctx = await clinic.as('nurse')
  const { personId } = await addPerson(ctx, fern)
  const lists = () => peek(ctx, (tx) => chartListsOf(tx, personId))
  const allergies = async () => allergyWords(await peek(ctx, (tx) => allergiesOf(tx, personId)))
  return { clinic, ctx, personId, lists, allergies }
}

describe('allergies', () => {
  test('nobody asked is not the same as none known, and “none known” takes no allergy away', async () => {
    const { ctx, personId, allergies } = await patient()
    expect(await allergies()).toBeNull()
    await writeEntry(ctx, { personId, list: 'allergies', entry: { kind: 'none known', text: '' } })
    expect(await allergies()).toBe('none known')
    await writeEntry(ctx, { personId, list: 'allergies', entry: { kind: 'allergy', text: 'latex', reaction: 'rash' } })
    await writeEntry(ctx, { personId, list: 'allergies', entry: { kind: 'none known', text: '' } })
    expect(await allergies()).toBe('latex (rash)')
  })

  test('a struck one stands no longer and stays readable with its reason; it cannot be changed any more', async () => {
    const { ctx, personId, lists, allergies } = await patient()
    const entry = { kind: 'allergy' as const, text: 'penicillin' }
    const { entryId } = await writeEntry(ctx, { personId, list: 'allergies', entry })
    await strikeEntry(ctx, { personId, list: 'allergies', entryId, reason: 'another person’s letter' })
    expect(await allergies()).toBeNull()
    expect((await lists()).allergies).toMatchObject([{ text: 'penicillin', struckReason: 'another person’s letter' }])
    await expect(writeEntry(ctx, { personId, list: 'allergies', entryId, entry })).rejects.toMatchObject({ code: 'entry-struck' })
  })
})

test('a problem said anew says the newest words once, and the older ones stay in the table', async () => {
  const { clinic, ctx, personId, lists } = await patient()
  const { entryId } = await writeEntry(ctx, { personId, list: 'problems', entry: { text: 'Snores' } })
  clinic.clock.forward(1)
  await writeEntry(ctx, { personId, list: 'problems', entryId, entry: { text: 'Sleep apnea', code: 'G47.33' } })
  expect((await lists()).problems).toMatchObject([{ entryId, text: 'Sleep apnea', code: 'G47.33', since: null }])
  const kept = await peek(ctx, async (tx) =>
    sql<{ n: number }>`select count(*)::int as n from person_problem where clinic_id = ${tx.clinicId}`.execute(tx.db),
  )
  expect(kept.rows).toEqual([{ n: 2 }])
  await expect(
    inOneStep(ctx, 'overwrite', (tx) =>
      sql`update person_problem set text = 'well' where clinic_id = ${tx.clinicId}`.execute(tx.db),
    ),
  ).rejects.toThrow()
})

test('a medicine is checked with its day, by the words that stand', async () => {
  const { clinic, ctx, personId, lists } = await patient()
  const entry = { text: 'Cetirizine', status: 'taking' as const, isChecked: false }
  const { entryId } = await writeEntry(ctx, { personId, list: 'medicines', entry })
  expect((await lists()).medicines).toMatchObject([{ text: 'Cetirizine', checkedAt: null }])
  clinic.clock.forward(5)
  await checkMedicines(ctx, { personId, entryIds: [entryId] })
  expect((await lists()).medicines).toMatchObject([{ text: 'Cetirizine', checkedAt: clinic.clock.now }])
})

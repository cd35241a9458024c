import { readSearch } from '@dripline/clinical'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '../../platform/context.ts'
import { peek, type TestClinic, testClinic } from '../../platform/testing.ts'
import { addPerson } from './add-person.ts'
import { changePerson } from './change-person.ts'
import { findPeople, likelyMatches } from './find-people.ts'
import { explainFind } from './store.ts'

let clinic: TestClinic
let ctx: Ctx

const add = async (name: string, phone = '+1 804 555 0100', dateOfBirth?: string) => {
  const email = `${name.toLowerCase().replace(/[^a-z]/g, '')}@example.org`
  const { personId } = await addPerson(ctx, { name, phone, email, state: 'VA', zone: 'America/New_York' })
  if (dateOfBirth) await changePerson(ctx, { personId, dateOfBirth })
  return personId
}
const names = async (text: string) => (await findPeople(ctx, { text })).found.map(({ name }) => name)

beforeAll(async () => {
  clinic = await testClinic()
  ctx = await clinic.as('front desk')
  await add('Anna Reed', '+1 (540) 555-0142', '1992-11-23')
  await add('Zo\u00eb N\u00fa\u00f1ez')
  await add('Sean O’Brien')
  await add('Anna-Maria Lindqvist')
  await add('Søren Ångström')
  await add('Hazel Standin', '804 555 0199', '1980-05-17')
})

describe('a person is found', () => {
  test.each([
    ['Reed, Anna', 'Anna Reed'],
    ['reed   anna', 'Anna Reed'],
    ['ANNA R', 'Anna Reed'],
    ['anna.reed', 'Anna Reed'],
    ['annareed@', 'Anna Reed'],
    ['5405550142', 'Anna Reed'],
    ['+15405550142', 'Anna Reed'],
    ['1 540 555 0142', 'Anna Reed'],
    ['555-0142', 'Anna Reed'],
    ['0142', 'Anna Reed'],
    ['11/23/1992', 'Anna Reed'],
    ['Nov 23 1992', 'Anna Reed'],
    ['1992-11-23', 'Anna Reed'],
    ['1992', 'Anna Reed'],
    ['anna 1992', 'Anna Reed'],
    ['Zoë Núñez', 'Zo\u00eb N\u00fa\u00f1ez'],
    ['Zoe\u0308 Nun\u0303ez', 'Zo\u00eb N\u00fa\u00f1ez'],
    ['zoe nunez', 'Zo\u00eb N\u00fa\u00f1ez'],
    ["O'Brien", 'Sean O’Brien'],
    ['O’Brien', 'Sean O’Brien'],
    ['obrien', 'Sean O’Brien'],
    ['brien sean', 'Sean O’Brien'],
    ['O Brien', 'Sean O’Brien'],
    ['maria', 'Anna-Maria Lindqvist'],
    ['annamaria', 'Anna-Maria Lindqvist'],
    ['soren angstrom', 'Søren Ångström'],
  ])('by %j', async (text, name) => {
    expect(await names(text)).toContain(name)
    expect(await findPeople(ctx, { text })).toMatchObject({ isNear: false })
  })

  test.each([
    ['hazle standin', 'Hazel Standin'],
    ['hasel', 'Hazel Standin'],
    ['standn', 'Hazel Standin'],
    ['lindqist', 'Anna-Maria Lindqvist'],
  ])('with one slip by %j, and it is said that this is near', async (text, name) => {
    expect(await findPeople(ctx, { text })).toMatchObject({ found: [{ name }], isNear: true })
  })

  test('by what stands on record and by nothing else', async () => {
    for (const text of ['%', '_', '100%', 'nobody', 'hzl', 'annbba reed', '1993', 'reed 1980', "'; drop table person; --"])
      expect(await names(text)).toEqual([])
  })

  test('whose whole name it is before one whose name begins so', async () => {
    await add('Reedham Aaron')
    expect(await names('reed')).toEqual(['Anna Reed', 'Reedham Aaron'])
  })

  test('by a new name from the step on that changed it, and by the old one no more', async () => {
    const personId = await add('Fern Testa')
    await changePerson(ctx, { personId, name: 'Fern Newname', phone: '+1 919 555 0177' })
    expect([await names('newname'), await names('testa'), await names('919555')]).toEqual([
      ['Fern Newname'],
      [],
      ['Fern Newname'],
    ])
  })
})

test('how figures were read is said', async () => {
  expect((await findPeople(ctx, { text: '11/23/1992' })).readAs).toBe('born November 23, 1992')
  expect((await findPeople(ctx, { text: 'anna' })).readAs).toBeNull()
})

describe('likely matches before a record is made', () => {
  const sought = { name: 'Ana Reed', phone: '', email: '' }
  test.each([
    [{ ...sought, phone: '540-555-0142' }, ['same phone', 'name one letter apart']],
    [{ ...sought, email: 'AnnaReed@example.org' }, ['same email', 'name one letter apart']],
    [{ ...sought, dateOfBirth: '1992-11-23' }, ['same birth date', 'name one letter apart']],
    [{ ...sought, name: 'reed ANNA' }, ['same name']],
  ])('%j', async (given, why) => {
    expect(await likelyMatches(ctx, given)).toMatchObject([{ name: 'Anna Reed', why }])
  })

  test('nobody is named for a first name, a birth date or a name a letter apart alone', async () => {
    expect(await likelyMatches(ctx, { name: 'Anna Other' })).toEqual([])
    expect(await likelyMatches(ctx, { name: 'Other Person', dateOfBirth: '1992-11-23' })).toEqual([])
    expect(await likelyMatches(ctx, sought)).toEqual([])
  })
})

test('among many the index is walked, as the server’s own role', async () => {
  const many = await testClinic()
  const front = await many.as('front desk')
  await peek(front, (tx) =>
    sql`insert into person (clinic_id, id, name, email, phone, state, zone, created_at)
      select ${tx.clinicId}, gen_random_uuid(), translate('Name' || i % 97 || ' Family' || i, '0123456789', 'abcdefghij'), 'p' || i || '@example.org',
        '+1 540 ' || lpad(i::text, 7, '0'), 'VA', 'America/New_York', now() from generate_series(1, 1500) as i`.execute(tx.db),
  )
  await sql`analyze person_word, person`.execute(many.ground.database.kysely)
  for (const text of ['familyhh', 'named familybcaa', '5400001', 'famillybcaa']) {
    const plan = await peek(front, (tx) => explainFind(tx, readSearch(text).tokens))
    expect(plan).toMatch(/Index (Only )?(Scan|Cond).*person_word|Bitmap Index Scan on person_word_pkey/)
    expect(plan).not.toMatch(/Seq Scan on person_word/)
  }
  expect((await findPeople(front, { text: 'familyhh' })).found.map(({ name }) => name)).toContain('Namehh Familyhh')
})

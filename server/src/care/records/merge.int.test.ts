import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Ctx, inOneStep } from '../../platform/context.ts'
import { peek, type TestClinic, testClinic } from '../../platform/testing.ts'
import { raiseAlert } from '../alerts/raise-alert.ts'
import { give } from '../outcomes/testing.ts'
import { addPerson } from '../people/add-person.ts'
import { changePerson } from '../people/change-person.ts'
import { allergyWords } from '../people/chart-list.ts'
import { findPeople } from '../people/find-people.ts'
import { allergiesOf, chartListsOf, personOf } from '../people/store.ts'
import { writeEntry } from '../people/write-entry.ts'
import { chartOf } from '../screening/chart-of.ts'
import { screenPerson } from '../screening/screen-person.ts'
import { patientReady, visitCleared } from '../session/testing.ts'
import { readPair } from './read-pair.ts'
import { readUndo } from './read-undo.ts'
import { countOn, rowsOn } from './store.ts'
import { joinRecords, takeApart } from './testing.ts'
import { undoMerge } from './undo-merge.ts'
import { hanging } from './what-hangs.ts'

let clinic: TestClinic
let ctx: Ctx

beforeEach(async () => {
  clinic = await testClinic()
  ctx = await clinic.as('nurse')
})

const sorrel = {
  name: 'Sorrel Mockridge',
  email: 'sorrel@mail.example',
  phone: '(540) 555-0136',
  state: 'VA',
  zone: 'America/New_York',
}
const add = async (change: Partial<typeof sorrel> = {}) => (await addPerson(ctx, { ...sorrel, ...change })).personId
const person = (personId: string) => peek(ctx, (tx) => personOf(tx, personId))
const allergies = async (personId: string) => allergyWords(await peek(ctx, (tx) => allergiesOf(tx, personId)))
const rows = async (personId: string) =>
  (await peek(ctx, (tx) => rowsOn(tx, personId))).map(({ tableName, rowId }) => `${tableName} ${rowId}`).sort()

describe('what two records say', () => {
  test('allergies and medicines are joined: “none known” takes nothing away, and what only one knows stands', async () => {
    const [keptId, mergedId] = [await add(), await add({ name: 'Sorel Mockridge' })]
    await writeEntry(ctx, { personId: keptId, list: 'allergies', entry: { kind: 'none known', text: '' } })
    await writeEntry(ctx, {
      personId: mergedId,
      list: 'allergies',
      entry: { kind: 'allergy', text: 'penicillin', reaction: 'anaphylaxis' },
    })
    const medicine = { text: 'Clonidine patch', status: 'taking' as const, isChecked: false }
    await writeEntry(ctx, { personId: mergedId, list: 'medicines', entry: medicine })
    await changePerson(ctx, { personId: mergedId, dateOfBirth: '1982-06-12', sex: 'female', heightCm: '171' })
    expect((await readPair(ctx, keptId, mergedId)).allergies).toBe('penicillin (anaphylaxis)')
    await joinRecords(ctx, { keptId, mergedId })
    expect(await allergies(keptId)).toBe('penicillin (anaphylaxis)')
    expect(await person(keptId)).toMatchObject({ dateOfBirth: '1982-06-12', sex: 'female', heightCm: '171' })
    const lists = await peek(ctx, (tx) => chartListsOf(tx, keptId))
    expect(lists.medicines).toMatchObject([{ text: 'Clonidine patch', checkedAt: null }])
    expect((await findPeople(ctx, { text: 'sorel' })).found).toMatchObject([{ personId: keptId }])
  })

  test('every contradiction is chosen by a person, and other birth date or sex needs a reason, all said at once', async () => {
    const [keptId, mergedId] = [await add(), await add({ phone: '(540) 555-0184' })]
    await changePerson(ctx, { personId: keptId, dateOfBirth: '1982-06-12', sex: 'female' })
    await changePerson(ctx, { personId: mergedId, dateOfBirth: '1983-06-12', sex: 'male' })
    await expect(joinRecords(ctx, { keptId, mergedId, chosen: {}, reason: '' })).rejects.toMatchObject({
      code: 'not-valid',
      faults: [{ field: 'chosen.dateOfBirth' }, { field: 'chosen.sex' }, { field: 'chosen.phone' }, { field: 'reason' }],
    })
    await joinRecords(ctx, {
      keptId,
      mergedId,
      chosen: { dateOfBirth: 'kept', sex: 'kept', phone: 'merged' },
      reason: 'mistyped',
    })
    expect(await person(keptId)).toMatchObject({ dateOfBirth: '1982-06-12', sex: 'female', phone: '(540) 555-0184' })
    expect(await person(mergedId)).toMatchObject({ dateOfBirth: '1983-06-12', sex: 'male', mergedInto: keptId })
  })

  test('the same phone in two notations, the same name in two cases, is no contradiction', async () => {
    const [keptId, mergedId] = [await add(), await add({ name: 'sorrel  mockridge', phone: '+15405550136' })]
    await joinRecords(ctx, { keptId, mergedId, chosen: {}, reason: '' })
  })

  test('a newer “not sure” stays unsure', async () => {
    const [keptId, mergedId] = [await add(), await add()]
    await screenPerson(ctx, { personId: keptId, answers: { indication: 'pain', pregnancy: 'not-pregnant' }, baseline: {} })
    clinic.clock.forward(60)
    await screenPerson(ctx, { personId: mergedId, answers: { indication: 'pain', pregnancy: 'not-sure' }, baseline: {} })
    expect((await readPair(ctx, keptId, mergedId)).answers).toMatchObject([
      { key: 'pregnancy', stands: 'merged', isUnsure: true },
    ])
    await joinRecords(ctx, { keptId, mergedId })
    expect(await peek(ctx, (tx) => chartOf(tx, keptId))).toMatchObject({ pregnancy: { value: 'not-sure' } })
  })

  test('nothing is merged that has changed since it was looked at', async () => {
    const [keptId, mergedId] = [await add(), await add()]
    const { mark } = await readPair(ctx, keptId, mergedId)
    await changePerson(ctx, { personId: mergedId, phone: '804 555 0111' })
    const { mergePersons } = await import('./merge-persons.ts')
    await expect(mergePersons(ctx, { keptId, mergedId, mark, chosen: {} })).rejects.toMatchObject({ code: 'pair-changed' })
  })
})

describe('everything that hangs on a person follows, and goes home again', () => {
  test('a patient with a course, a visit and a book', async () => {
    const ready = await patientReady(clinic, { indication: 'depression' })
    await give(clinic, ready, { number: 1 })
    const { personId: mergedId } = ready
    const keptId = await add()
    await writeEntry(ctx, { personId: keptId, list: 'problems', entry: { text: 'Migraine' } })
    const [ofMerged, ofKept] = [await rows(mergedId), await rows(keptId)]
    const before = [await person(keptId), await person(mergedId)]
    expect(new Set(ofMerged.map((row) => row.split(' ')[0])).size).toBeGreaterThan(8)

    const { mergeId } = await joinRecords(ctx, { keptId, mergedId, chosen: { name: 'kept', phone: 'kept', email: 'kept' } })
    expect(await rows(mergedId)).toEqual([])
    expect(await rows(keptId)).toEqual([...ofMerged, ...ofKept].sort())
    expect(await person(keptId)).toMatchObject({ acceptedAt: before[1]?.acceptedAt })

    expect(await readUndo(ctx, mergeId)).toMatchObject({ goesBack: ofMerged.length, groups: [], fields: [] })
    await takeApart(ctx, mergeId)
    expect([await rows(keptId), await rows(mergedId)]).toEqual([ofKept, ofMerged])
    expect([await person(keptId), await person(mergedId)]).toEqual(before)
  })

  test('what was written since goes where its own rows are, and everything else where a person says', async () => {
    const [keptId, mergedId] = [await add(), await add({ name: 'Sorel Mockridge' })]
    const { entryId } = await writeEntry(ctx, { personId: mergedId, list: 'problems', entry: { text: 'Snores' } })
    const { mergeId } = await joinRecords(ctx, { keptId, mergedId })
    await writeEntry(ctx, { personId: keptId, list: 'problems', entryId, entry: { text: 'Sleep apnea' } })
    await writeEntry(ctx, { personId: keptId, list: 'allergies', entry: { kind: 'allergy', text: 'latex' } })
    await changePerson(ctx, { personId: keptId, phone: '804 555 0123' })
    const undo = await readUndo(ctx, mergeId)
    const [follows, asked] = [undo.groups.find((group) => group.follows), undo.groups.find((group) => !group.follows)]
    expect(follows).toMatchObject({ follows: 'merged', rows: [{ says: 'problem entry: Sleep apnea' }] })
    expect(asked?.rows).toMatchObject([{ says: 'allergy entry: latex' }])
    expect(undo.fields).toMatchObject([{ id: 'field.phone', value: '804 555 0123' }])
    await expect(undoMerge(ctx, { mergeId, reason: 'two people', placed: {} })).rejects.toMatchObject({
      code: 'not-valid',
      faults: [{ field: `placed.${asked?.id}` }, { field: 'placed.field.phone' }],
    })
    await undoMerge(ctx, { mergeId, reason: 'two people', placed: { [asked?.id ?? '']: 'merged', 'field.phone': 'merged' } })
    expect([await allergies(keptId), await allergies(mergedId)]).toEqual([null, 'latex'])
    expect(await person(keptId)).toMatchObject({ phone: sorrel.phone, name: 'Sorrel Mockridge' })
    expect(await person(mergedId)).toMatchObject({ phone: '804 555 0123', mergedInto: null })
  })

  test('what was on its way to the merged record arrives at the kept one, and goes back with the rest', async () => {
    const [keptId, mergedId] = [await add(), await add()]
    const { mergeId } = await joinRecords(ctx, { keptId, mergedId })
    await inOneStep(ctx, 'raise', async (tx) => ({
      alertId: await raiseAlert(ctx, tx, { personId: mergedId, kind: 'safety', cause: 'answer', causeId: ctx.newId() }),
    }))
    expect(await rows(mergedId)).toEqual([])
    expect((await rows(keptId)).map((row) => row.split(' ')[0])).toEqual(['alert'])
    await takeApart(ctx, mergeId, 'kept')
    expect((await rows(mergedId)).map((row) => row.split(' ')[0])).toEqual(['alert'])
  })

  test('three records become one, one after the other, and come apart in the other order', async () => {
    const [first, second, third] = [await add(), await add(), await add()]
    await writeEntry(ctx, { personId: third, list: 'problems', entry: { text: 'Migraine' } })
    const one = await joinRecords(ctx, { keptId: second, mergedId: third })
    const two = await joinRecords(ctx, { keptId: first, mergedId: second })
    expect(await person(third)).toMatchObject({ mergedInto: first })
    await expect(takeApart(ctx, one.mergeId)).rejects.toMatchObject({ code: 'merged-already' })
    await takeApart(ctx, two.mergeId)
    expect(await person(third)).toMatchObject({ mergedInto: second })
    await takeApart(ctx, one.mergeId)
    expect((await rows(third)).length).toBe(1)
    expect([await rows(first), await rows(second)]).toEqual([[], []])
  })

  test('for thirty days and once', async () => {
    const [keptId, mergedId] = [await add(), await add()]
    const { mergeId } = await joinRecords(ctx, { keptId, mergedId })
    clinic.clock.forward(30 * 24 * 60)
    await expect(takeApart(ctx, mergeId)).rejects.toMatchObject({ code: 'merge-over' })
    clinic.clock.forward(-1)
    await takeApart(ctx, mergeId)
    await expect(takeApart(ctx, mergeId)).rejects.toMatchObject({ code: 'merge-over' })
  })
})

describe('two records stay two', () => {
  test('while both have a visit open, or a plan for one indication', async () => {
    const first = await visitCleared(clinic, { indication: 'pain', name: 'Clover Samplett' })
    const second = await visitCleared(clinic, { indication: 'pain', name: 'Clover Sampleton' })
    await expect(joinRecords(ctx, { keptId: first.personId, mergedId: second.personId })).rejects.toMatchObject({
      code: 'merge-conflict',
      faults: expect.arrayContaining([
        expect.objectContaining({ field: 'both-open' }),
        expect.objectContaining({ field: 'overlap' }),
        expect.objectContaining({ field: 'two-plans' }),
      ]),
    })
    expect(await rows(second.personId)).not.toEqual([])
  })

  test('with itself, and when one of them is somebody else already', async () => {
    const [keptId, mergedId, other] = [await add(), await add(), await add()]
    await expect(joinRecords(ctx, { keptId, mergedId: keptId })).rejects.toMatchObject({ code: 'not-valid' })
    await joinRecords(ctx, { keptId, mergedId })
    await expect(joinRecords(ctx, { keptId: other, mergedId })).rejects.toMatchObject({ code: 'merged-already' })
    await expect(changePerson(ctx, { personId: mergedId, name: 'Somebody' })).rejects.toMatchObject({ code: 'wrong-state' })
  })
})

describe('the catalog', () => {
  const tables = (query: string) =>
    peek(ctx, async (tx) =>
      (
        await sql<{
          name: string
        }>`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
        and ${sql.raw(query)} order by 1`.execute(tx.db)
      ).rows.map(({ name }) => name),
    )

  test('every table with a person follows a merge, may be filed anew by it, and has words on its page', async () => {
    const withPerson = await tables(
      "exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'person_id' and not attisdropped)",
    )
    const stay = ['person_change', 'person_word']
    const hang = withPerson.filter((name) => !stay.includes(name))
    expect(await tables("exists (select from pg_trigger where tgrelid = pg_class.oid and tgname = 'follows_merge')")).toEqual(
      hang,
    )
    expect(
      await tables(
        "has_column_privilege('app_user', pg_class.oid, (select attnum from pg_attribute where attrelid = pg_class.oid and attname = 'person_id'), 'update')",
      ),
    ).toEqual(expect.arrayContaining(hang))
    expect(Object.keys(hanging)).toEqual(expect.arrayContaining(hang))
    expect(
      await tables(`relname in (${hang.map((name) => `'${name}'`)}) and not exists (
      select from pg_attribute where attrelid = pg_class.oid and attname = 'id' and atttypid = 'uuid'::regtype)`),
    ).toEqual([])
  })

  test('a table made later is counted, moved and sent on without a word about it', async () => {
    const { kysely } = clinic.ground.database
    const [keptId, mergedId] = [await add(), await add()]
    const undone = new Error('rolled back')
    const made = kysely.transaction().execute(async (db) => {
      await sql
        .raw(`create table someday (clinic_id uuid not null, id uuid not null, person_id uuid not null, primary key (clinic_id, id));
        select clinic_owned('someday'); select append_only('someday')`)
        .execute(db)
      await sql`select set_config('role', 'app_user', true), set_config('app.clinic_id', ${clinic.clinicId}, true)`.execute(db)
      const tx = { db, clinicId: clinic.clinicId, database: clinic.ground.database }
      await sql`insert into someday values (${clinic.clinicId}, ${ctx.newId()}, ${mergedId})`.execute(db)
      const count = async (id: string) => (await countOn(tx, id)).find(({ tableName }) => tableName === 'someday')?.rows
      expect(await count(mergedId)).toBe(1)
      const { insertMerge, refilePerson } = await import('./store.ts')
      const nobody = { values: {} as never, acceptedAt: null, acceptedBy: null }
      const id = ctx.newId()
      const staff = (ctx.actor as { id: string }).id
      const at = clinic.clock.now
      await insertMerge(tx, {
        id,
        keptId,
        mergedId,
        fields: { before: nobody, after: nobody },
        alsoMerged: [],
        reason: null,
        mergedBy: staff,
        mergedAt: at,
        undoUntil: at,
      })
      await refilePerson(tx, id, mergedId, keptId, at)
      expect([await count(keptId), await count(mergedId)]).toEqual([1, 0])
      throw undone
    })
    await expect(made).rejects.toBe(undone)
  })

  test('what only grows is filed anew by a merge alone: the row itself, and its place, stay out of reach', async () => {
    const [keptId, mergedId] = [await add(), await add()]
    await writeEntry(ctx, { personId: mergedId, list: 'problems', entry: { text: 'Migraine' } })
    const change = (set: string) =>
      inOneStep(ctx, 'overwrite', (tx) =>
        sql`update person_problem set ${sql.raw(set)} where clinic_id = ${tx.clinicId}`.execute(tx.db),
      )
    await expect(change(`person_id = '${keptId}'`)).rejects.toThrow('only grows')
    await expect(change("text = 'well'")).rejects.toThrow('permission denied')
    const { mergeId } = await joinRecords(ctx, { keptId, mergedId })
    await expect(
      inOneStep(ctx, 'overwrite', async (tx) => {
        await sql`select set_config('app.refiling', ${mergeId}, true)`.execute(tx.db)
        await sql`update person_problem set person_id = ${mergedId} where clinic_id = ${tx.clinicId}`.execute(tx.db)
      }),
    ).rejects.toThrow('only grows')
  })
})

import { ageAt, Problem } from '@dripline/clinical'
import { sql } from 'kysely'
import { type Ctx, inClinic, type Tx } from '../../platform/context.ts'
import { allergyWords } from '../people/chart-list.ts'
import { whyConsentEnded } from '../people/consent.ts'
import { matchesOf } from '../people/find-people.ts'
import { alertsOf, changesOf, chartListsOf, consentsOf, idsOf, namesOf, personOf, zoneOf } from '../people/store.ts'
import { nextOf } from './next-facts.ts'
import { mergesInto } from './store.ts'
import { visitsOfPerson } from './visits-of-person.ts'

/** Everything a chart shows of one person, and what happens next with them. */
export const readChart = (ctx: Ctx, personId: string) =>
  inClinic(ctx, 'read-person', async (tx) => {
    const person = await personOf(tx, personId)
    if (!person) throw new Problem('not-found', { personId })
    const into = person.mergedInto ? await personOf(tx, person.mergedInto) : undefined
    const alsoIds = (await idsOf(tx, personId)).slice(1)
    const lists = await chartListsOf(tx, personId)
    const [zone, at] = [await zoneOf(tx), ctx.now().toISOString()]
    return {
      person,
      age: person.dateOfBirth ? ageAt(person.dateOfBirth, at, zone) : null,
      mergedInto: into ? { personId: into.id, name: into.name } : null,
      alsoRecordedAs: alsoIds.length > 0 ? await namesOf(tx, alsoIds) : [],
      merges: (await mergesInto(tx, personId)).map(({ id, mergedId, mergedName, by, mergedAt, undoUntil }) => ({
        mergeId: id,
        mergedId,
        mergedName,
        by,
        mergedAt,
        undoUntil: undoUntil > ctx.now() ? undoUntil : null,
      })),
      likely: person.mergedInto ? [] : await matchesOf(tx, person, personId),
      next: (await nextOf(ctx, tx, [personId])).get(personId)?.next ?? null,
      allergyWords: allergyWords(lists.allergies),
      lists,
      consents: (await consentsOf(tx, personId)).map((each) => ({ ...each, ended: whyConsentEnded(each, ctx.now(), zone) })),
      visits: await visitsOfPerson(tx, personId, ctx.now()),
      alerts: await alertsOf(tx, personId),
      letters: await lettersTo(tx, personId),
      changes: await changesOf(tx, personId),
    }
  })

type Letter = {
  id: string
  kind: string
  subject: string | null
  dueAt: Date
  sentAt: Date | null
  droppedAt: Date | null
  tries: number
}
const MOST_LETTERS = 12

/** The letters about what hangs on a person, the latest first. */
const lettersTo = async ({ db, clinicId }: Tx, personId: string): Promise<Letter[]> =>
  (
    await sql<Letter>`select id, kind, subject, due_at, sent_at, dropped_at, tries from message
      where clinic_id = ${clinicId} and (sent_at is not null or dropped_at is null)
      and about_id in (select id from appointment where clinic_id = ${clinicId} and person_id = ${personId}
        union select id from assessment where clinic_id = ${clinicId} and person_id = ${personId})
      order by coalesce(sent_at, due_at) desc, id limit ${MOST_LETTERS}`.execute(db)
  ).rows

/** What stands over every page about a person. */
export const readHeader = (ctx: Ctx, personId: string) =>
  inClinic(ctx, 'read-header', async (tx) => {
    const person = await personOf(tx, personId)
    if (!person) throw new Problem('not-found', { personId })
    const allergies = (await chartListsOf(tx, personId)).allergies.filter(({ struckReason }) => struckReason === null)
    const at = ctx.now().toISOString()
    return {
      personId,
      name: person.name,
      dateOfBirth: person.dateOfBirth,
      age: person.dateOfBirth ? ageAt(person.dateOfBirth, at, await zoneOf(tx)) : null,
      sex: person.sex,
      isPatient: person.acceptedAt !== null,
      since: person.acceptedAt ?? person.createdAt,
      allergies: allergies.map(({ entryId, kind, text, reaction, by, enteredAt }) => ({
        entryId,
        kind,
        text,
        reaction,
        by,
        enteredAt,
      })),
    }
  })

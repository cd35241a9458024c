import { ageAt, Problem } from '@dripline/clinical'
import { sql } from 'kysely'
import { type Ctx, inClinic, type Tx } from '../../platform/context.ts'
import { inKeptLook } from '../../platform/kept-look.ts'
import { shows } from '../../platform/shown.ts'
import { alertsOf } from '../alerts/store.ts'
import { zoneOf } from '../clinic/store.ts'
import { allergyWords } from '../people/chart-list.ts'
import { whyConsentEnded } from '../people/consent.ts'
import { matchesAmong } from '../people/find-people.ts'
import { changesOf, chartListsOf, consentsOf, likePerson, mergedInto, namesOfMerged, personOf } from '../people/store.ts'
import { nextFromRows, nextRowsOfPeople } from './next-facts.ts'
import { mergesInto } from './store.ts'
import { visitsAt, visitsOfPerson } from './visits-of-person.ts'

/** Everything a chart shows of one person, and what happens next with them. */
export function readChart(ctx: Ctx, personId: string) {
  return inKeptLook(ctx, 'read-person', {
    of: personId,
    load: (tx) => chartRows(tx, personId),
    alike: 'all',
    answer: (rows, at) => {
      const chart = chartAt(rows, at.now())
      const others = [...chart.likely, ...chart.alsoRecordedAs, ...(chart.mergedInto ? [chart.mergedInto] : [])]
      return shows([personId, ...others], chart)
    },
  })
}

const chartRows = async (tx: Tx, personId: string) => {
  const [person, into, likely, lists, also, merges, next, consents, visits, alerts, letters, changes, zone] = await Promise.all([
    personOf(tx, personId),
    mergedInto(tx, personId),
    likePerson(tx, personId),
    chartListsOf(tx, personId),
    namesOfMerged(tx, personId),
    mergesInto(tx, personId),
    nextRowsOfPeople(tx, [personId]),
    consentsOf(tx, personId),
    visitsOfPerson(tx, personId),
    alertsOf(tx, personId),
    lettersTo(tx, personId),
    changesOf(tx, personId),
    zoneOf(tx),
  ])
  if (!person) throw new Problem('not-found', { personId })
  return { person, lists, also, merges, next, consents, visits, alerts, letters, changes, zone, into, likely }
}

const chartAt = ({ person, into, ...rows }: Awaited<ReturnType<typeof chartRows>>, now: Date) => ({
  person,
  age: person.dateOfBirth ? ageAt(person.dateOfBirth, now.toISOString(), rows.zone) : null,
  mergedInto: into ?? null,
  alsoRecordedAs: rows.also,
  merges: rows.merges.map(({ id, mergedId, mergedName, by, mergedAt, undoUntil }) => ({
    mergeId: id,
    mergedId,
    mergedName,
    by,
    mergedAt,
    undoUntil: undoUntil > now ? undoUntil : null,
  })),
  likely: matchesAmong(rows.likely),
  next: nextFromRows(rows.next, now).get(person.id)?.next ?? null,
  allergyWords: allergyWords(rows.lists.allergies),
  lists: rows.lists,
  consents: rows.consents.map((each) => ({ ...each, ended: whyConsentEnded(each, now, rows.zone) })),
  visits: visitsAt(rows.visits, now),
  alerts: rows.alerts,
  letters: rows.letters,
  changes: rows.changes,
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
export function readHeader(ctx: Ctx, personId: string) {
  return inClinic(ctx, 'read-header', async (tx) => {
    const person = await personOf(tx, personId)
    if (!person) throw new Problem('not-found', { personId })
    const allergies = (await chartListsOf(tx, personId)).allergies.filter(({ struckReason }) => struckReason === null)
    const at = ctx.now().toISOString()
    return shows([personId], {
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
    })
  })
}

import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishArticle } from './care/articles/review-article.ts'
import { beginArticle } from './care/articles/write-article.ts'
import { bookCall } from './care/booking/book-call.ts'
import { missCall } from './care/booking/close-appointment.ts'
import { askEstimate } from './care/booking/make-estimates.ts'
import { invite } from './care/clinic/invite.ts'
import { setLine } from './care/clinic/set-line.ts'
import { vitaminDrip } from './care/clinic/testing-lines.ts'
import { give } from './care/outcomes/testing.ts'
import { patientReady } from './care/session/testing.ts'
import { acceptOffer } from './care/waiting/accept-offer.ts'
import { holderOf, joinedBy, offersIn } from './care/waiting/testing.ts'
import { composers, strikeIn } from './clockwork.ts'
import { resetIn } from './platform/auth/reset-second-factor.ts'
import { newcomer } from './platform/auth/testing-site.ts'
import { inOneStep, staffOf } from './platform/context.ts'
import { inTransaction } from './platform/database.ts'
import { heldClock, type TestClinic, testClinic } from './platform/testing.ts'
import { callThatEnds } from './testing-acts.ts'

const clock = heldClock('2026-11-23T14:00:00Z')
let clinic: TestClinic
type Letter = { kind: string; subject: string | null; body: string | null; calendar: string | null }
let letters: Letter[] = []

/** Lets twenty days pass, with the clockwork striking four times a day. */
const letTimePass = async () => {
  for (let hours = 0; hours < 24 * 20; hours += 6) {
    clock.forward(6 * 60)
    await strikeIn(clinic.ground, clinic.clinicId)
  }
}

beforeAll(async () => {
  clinic = await testClinic(clock)
  const ready = await patientReady(clinic, { indication: 'pain', name: 'Clover Samplett' })
  const owner = await clinic.as('owner')
  await invite(owner, {
    name: 'Wren',
    email: 'wren@example.test',
    title: 'RN',
    roles: ['nurse'],
    licenses: [{ state: 'VA', kind: 'RN', number: 'N-1', validUntil: '2028-06-30' }],
    takesCalls: true,
  })
  const caller = { name: 'Robin', email: 'robin@example.test', phone: '+15405550142', state: 'VA', zone: 'America/New_York' }
  await bookCall(clinic.visitor, { ...caller, start: '2026-11-25T15:00:00.000Z' })
  const missed = await bookCall(clinic.visitor, { ...caller, start: '2026-11-24T15:00:00.000Z' })
  await give(clinic, ready, { number: 1 })
  clock.forward(26 * 60)
  await missCall(owner, { appointmentId: missed.id })
  const { id: accountId } = await newcomer(clinic)
  const reset = { accountId, words: 'seen in person, license shown', resetBy: staffOf(owner).id }
  await inOneStep(owner, 'reset-second-factor', (tx) => resetIn(owner, tx, reset))
  const { articleId } = await beginArticle(owner, { language: 'en', title: 'Ours', summary: 'Short.', body: 'We listen.' })
  const published = { articleId, version: 1, reviewAgainBy: '2026-12-28', seenMarks: [] }
  await publishArticle(await clinic.as('prescriber'), published)
  await callThatEnds(clinic, await clinic.as('nurse'), 'Robin')
  const { lineId } = await setLine(owner, { after: 0, holdsFrom: '2027-01-01', terms: vitaminDrip })
  await askEstimate(await clinic.as('nurse'), { personId: ready.personId, lines: [{ lineId, count: 2 }] })
  await joinedBy(clinic, 2)
  const strike = () => strikeIn(clinic.ground, clinic.clinicId)
  await strike()
  await strike()
  // One takes the time they were offered, the other's is booked by somebody else.
  const [first, second] = await offersIn(await clinic.as('nurse'))
  await acceptOffer(holderOf(clinic, 'offer', first?.id ?? ''))
  await bookCall(clinic.visitor, { ...caller, start: second?.start.toISOString() ?? '' })
  await strike()
  await letTimePass()
  letters = await inTransaction(clinic.ground.database, clinic.clinicId, ({ db }) =>
    db.selectFrom('message').where('sentAt', 'is not', null).select(['kind', 'subject', 'body', 'calendar']).execute(),
  )
})
afterAll(() => {
  letters = []
})

test('every kind of letter was written', () => {
  expect([...new Set(letters.map(({ kind }) => kind))].sort()).toEqual(Object.keys(composers).sort())
})

const FORBIDDEN =
  /ketamine|infusion|\bpain|depress|\bdose|\bdosing|\bmg\b|\bml\b|drug|medic|treat|therap|\bsession|screening|suicid|mood|symptom|patient|psych|anaesth|anesth|\bIV\b|consent|weight|blood/i

test('no letter and no calendar file says a word about health, a drug or a specialty', () => {
  const telling = letters.flatMap(({ kind, subject, body, calendar }) => {
    const text = [subject, body, calendar].join('\n').replace(/https?:\/\/\S+/g, '')
    const found = FORBIDDEN.exec(text)
    return found ? [`${kind}: ${found[0]} in ${text}`] : []
  })
  expect(telling).toEqual([])
})

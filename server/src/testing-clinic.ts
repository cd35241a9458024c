import { readerOf } from '@dripline/clinical/words'
import { raiseAlert } from './care/alerts/raise-alert.ts'
import { countAnswers } from './care/articles/count-answers.ts'
import { publishArticle } from './care/articles/review-article.ts'
import { beginArticle } from './care/articles/write-article.ts'
import { bookCall } from './care/booking/book-call.ts'
import { giveCall } from './care/booking/give-call.ts'
import { holdForForm } from './care/booking/hold-for-form.ts'
import { holdTime } from './care/booking/hold-time.ts'
import { chooseLetters } from './care/booking/letter-choice.ts'
import { askEstimate, handEstimate } from './care/booking/make-estimates.ts'
import { startCall, takeBackCall } from './care/booking/start-call.ts'
import { addChair } from './care/clinic/add-chair.ts'
import { keepLogo } from './care/clinic/face/keep-logo.ts'
import { saveFace } from './care/clinic/face/save-face.ts'
import { invite } from './care/clinic/invite.ts'
import { setLine } from './care/clinic/set-line.ts'
import { vitaminDrip } from './care/clinic/testing-lines.ts'
import { renewAll } from './care/outcomes/renew-outcomes.ts'
import { give, tick } from './care/outcomes/testing.ts'
import { addPerson } from './care/people/add-person.ts'
import type { NewPerson } from './care/people/person.ts'
import { writeEntry } from './care/people/write-entry.ts'
import { signOwnOrder } from './care/planning/sign-own-order.ts'
import { keepApart } from './care/records/keep-apart.ts'
import { joinRecords } from './care/records/testing.ts'
import { arrive } from './care/session/arrive.ts'
import { closeDay, seeCloseDay } from './care/session/closing/close-day.ts'
import { setAbsence } from './care/session/closing/set-absence.ts'
import { patientReady, visitRunning } from './care/session/testing.ts'
import { acceptOffer, declineOffer } from './care/waiting/accept-offer.ts'
import { addToList } from './care/waiting/add-to-list.ts'
import { joinList } from './care/waiting/join-list.ts'
import { offerFreeTimes } from './care/waiting/offer-free-times.ts'
import { offersAround } from './care/waiting/offer-store.ts'
import { enterCount } from './ledgers/substances/enter-count.ts'
import { openNewCount } from './ledgers/substances/open-count.ts'
import { type Ctx, inOneStep, openContext, staffOf } from './platform/context.ts'
import { markForm } from './platform/form-mark.ts'
import { makeLink } from './platform/link.ts'
import { writePng } from './platform/picture/write-png.ts'
import { keyed, peek, type TestClinic } from './platform/testing.ts'
import { fillAside } from './testing-acts.ts'

/** A name that stands in many records of the filled clinic, and in nothing else. */
export const SECRET_NAME = 'Zinnia Borealis'
/**
 * One of everything, by the clinic's own verbs: two patients, one of them on the pump, a caller, an alert, a count that does
 * not agree. The clock must stand on a Monday morning. Gives the link to the caller's appointment.
 */
export const fill = async (clinic: TestClinic) => {
  const answering = await patientReady(clinic, { indication: 'depression', name: SECRET_NAME })
  await give(clinic, answering, { number: 1 })
  clinic.clock.now = new Date('2026-11-25T15:00:00Z')
  await tick(clinic)
  const running = await visitRunning(clinic, { indication: 'depression', name: `${SECRET_NAME} Senior` })
  const { nurse, second, personId, vialId } = running
  await inOneStep(nurse, 'raise', async (tx) => {
    const alert = { personId, kind: 'worse', cause: 'session event', causeId: nurse.newId() }
    return { alertId: await raiseAlert(nurse, tx, alert), personId }
  })
  const owner = await clinic.as('owner')
  const place = {
    name: SECRET_NAME,
    email: 'zinnia@example.test',
    title: 'RN',
    roles: ['nurse'],
    licenses: [{ state: 'VA', kind: 'RN', number: 'N-1', validUntil: '2028-06-30' }],
    takesCalls: true,
  } as const
  await invite(owner, { ...place, roles: [...place.roles], licenses: [...place.licenses] })
  await closeDay(owner, { onDate: '2026-12-24', reason: SECRET_NAME })
  await setAbsence(owner, { staffId: staffOf(nurse).id, firstDay: '2026-12-28', lastDay: '2026-12-29' })
  const caller = {
    state: 'VA',
    zone: 'America/New_York',
    name: `${SECRET_NAME} Junior`,
    phone: '+15405550142',
    email: 'junior@example.test',
  }
  const call = await bookCall(clinic.visitor, { ...caller, start: '2026-11-27T15:00:00.000Z' })
  const another = await bookCall(clinic.visitor, { ...caller, start: '2026-11-27T16:00:00.000Z' })
  await holdForForm(clinic.visitor, { form: markForm(clinic.visitor), state: 'VA', start: '2026-11-27T18:00:00.000Z' })
  await holdTime(nurse, { appointmentId: another.id, start: '2026-11-27T17:00:00.000Z' })
  await chooseLetters(nurse, { personId, kind: 'reminders', isWanted: false })
  await startCall(nurse, { appointmentId: call.id, confirmed: ['early'] })
  await giveCall(nurse, { appointmentId: call.id, to: staffOf(second).id, note: SECRET_NAME })
  await startCall(nurse, { appointmentId: another.id, confirmed: ['early'] })
  await takeBackCall(nurse, { appointmentId: another.id })
  await fillRecords(nurse, personId, call.personId)
  await fillAside(clinic, { answering, running, words: SECRET_NAME })
  const snow = { onDate: '2026-11-27', reason: SECRET_NAME }
  const { bookings } = await seeCloseDay(owner, snow)
  await closeDay(owner, { ...snow, decided: bookings.map(({ appointmentId }) => ({ appointmentId, becomes: 'kept' })) })
  const { countId } = await openNewCount(nurse)
  await enterCount(nurse, { countId, sealed: 7, opened: [{ vialId, ml: '9' }] })
  await enterCount(second, { countId, sealed: 8, opened: [{ vialId, ml: '8' }] })
  await hydrate(clinic, { ...caller, name: `${SECRET_NAME} Dry` })
  await writeArticle(clinic)
  const { lineId } = await setLine(owner, { after: 0, holdsFrom: '2026-12-24', terms: vitaminDrip })
  const asked = { personId, lines: [{ lineId, count: 2 }] }
  await handEstimate(nurse, await askEstimate(nurse, asked))
  await askEstimate(nurse, asked)
  await showFace(clinic)
  await waitForTime(clinic, personId)
  await renewAll(owner)
  const expiresAt = new Date(clinic.clock.now.getTime() + 86_400_000 * 30)
  return inOneStep(owner, 'make-link', (tx) => makeLink(owner, tx, 'appointment', call.id, expiresAt))
}

/** One entry of each list of a chart, two records made one, and two that somebody told apart. */
const fillRecords = async (nurse: Ctx, personId: string, callerId: string) => {
  await writeEntry(nurse, { personId, list: 'problems', entry: { text: SECRET_NAME } })
  await writeEntry(nurse, { personId, list: 'medicines', entry: { text: SECRET_NAME, status: 'taking', isChecked: false } })
  await writeEntry(nurse, { personId, list: 'notes', entry: { text: SECRET_NAME } })
  const twice = { name: SECRET_NAME, email: 'twice@example.test', phone: '+15405550177', state: 'VA', zone: 'America/New_York' }
  const from = { deviceId: nurse.newId(), deviceSeq: 1, form: 'person 1' }
  const { personId: mergedId } = await addPerson(keyed(nurse, nurse.newId(), '', from), twice)
  await keepApart(nurse, { personId, otherId: callerId })
  await joinRecords(nurse, { keptId: callerId, mergedId })
}

/** Two callers are offered a time: one declines it, the other has it. Somebody we know waits for an evaluation, and has asked again. */
const waitForTime = async (clinic: TestClinic, personId: string) => {
  const wish = { noticeMinutes: 60, weekdays: [] as number[], part: 'any', days: 14 } as const
  const caller = { state: 'VA', zone: 'America/New_York', phone: '+15405550143' }
  for (const name of [`${SECRET_NAME} Waiting`, `${SECRET_NAME} Patient`])
    await joinList(clinic.visitor, { ...wish, ...caller, name, email: `${name.split(' ').at(-1)}@example.test` })
  const { ground, clinicId } = clinic
  await offerFreeTimes(openContext(ground, { clinicId, actor: { kind: 'system', name: 'waiting-list' } }))
  const [first, second] = await peek(clinic.visitor, (tx) => offersAround(tx, clinic.clock.now))
  const holderOf = (recordId: string) =>
    openContext(ground, { clinicId, actor: { kind: 'link', id: recordId, purpose: 'offer', recordId } })
  await declineOffer(holderOf(second?.id ?? ''))
  await acceptOffer(holderOf(first?.id ?? ''))
  const nurse = await clinic.as('nurse')
  const evaluation = { personId, service: 'evaluation', place: 'clinic', ...wish } as const
  await addToList(nurse, evaluation)
  await addToList(nurse, evaluation)
}

/** An article of the clinic's own that everybody can read, for a month; and what one reader of the house's knew. */
const writeArticle = async (clinic: TestClinic) => {
  const words = { title: 'Ground rules', summary: 'What we ask of you.', body: 'Come [10 minutes](plain) early.' }
  const { articleId } = await beginArticle(await clinic.as('owner'), { language: 'en', ...words })
  const published = { articleId, version: 1, reviewAgainBy: '2026-12-28', seenMarks: ['10 minutes'] }
  await publishArticle(await clinic.as('prescriber'), published)
  const answers = { 'in-a-crisis': 'true' } as const
  await countAnswers(clinic.visitor, readerOf('en'), { slug: 'how-ketamine-works-on-pain', phase: 'before', answers })
}

/** A logo, and policies in the clinic's own words. */
const showFace = async (clinic: TestClinic) => {
  const owner = await clinic.as('owner')
  const rgba = Uint8Array.from({ length: 20 * 20 * 4 }, (_, i) => [15, 92, 94, 255][i % 4] ?? 0)
  const { logoId } = await keepLogo(owner, { png: writePng({ width: 20, height: 20, rgba }).toString('base64') })
  const policies = { cancellation: { en: 'Tell us a day before.' }, lateness: {} }
  const face = {
    accent: null,
    logoId,
    language: 'en',
    crisisLines: {},
    policies,
    frameOrigins: ['https://site.example'],
  } as const
  await saveFace(owner, { ...face, after: 0 })
}

/** Somebody is here for a bag of saline: a visit whose acts are its administration's own. */
const hydrate = async (clinic: TestClinic, person: NewPerson) => {
  const [nurse, prescriber] = [await clinic.as('nurse'), await clinic.as('prescriber')]
  const { personId } = await addPerson(nurse, person)
  const { chairId } = await addChair(nurse, { name: SECRET_NAME })
  const said = { ml: '1000', minutes: '90', reason: SECRET_NAME, heart: 'no' }
  const visit = { start: clinic.clock.now.toISOString(), chairId }
  const order = { personId, protocolId: 'hydration-saline', said, visit, acknowledged: [] }
  await arrive(nurse, await signOwnOrder(prescriber, order))
}

import { bookCall } from './care/booking/book-call.ts'
import { endCall } from './care/booking/end-call.ts'
import { enterAnswer } from './care/booking/enter-answer.ts'
import { followCall, readFollow } from './care/booking/follow-call.ts'
import { startCall } from './care/booking/start-call.ts'
import { setPolicyValue } from './care/clinic/set-policy-value.ts'
import { answerByPhone } from './care/outcomes/answer-assessment.ts'
import { stopQuestions } from './care/outcomes/stop-questions.ts'
import { takeAnswer } from './care/outcomes/take-answer.ts'
import { asked, type Ready, tick } from './care/outcomes/testing.ts'
import { consentsOf } from './care/people/store.ts'
import { withdrawConsent } from './care/people/withdraw-consent.ts'
import { closeCourse } from './care/planning/close-course.ts'
import { askFor } from './care/screening/ask-for.ts'
import { screenPerson } from './care/screening/screen-person.ts'
import { answerOffer } from './care/session/answer-offer.ts'
import { chartEntry } from './care/session/chart-entry.ts'
import { chartEmergency } from './care/session/drugs/chart-emergency.ts'
import { signLine } from './care/session/drugs/sign-line.ts'
import { readVisit } from './care/session/read-visit.ts'
import { takeBackEntry, takeBackVisit } from './care/session/take-back.ts'
import { visitCleared, type visitRunning, wellAnswers } from './care/session/testing.ts'
import { resetSecondFactor } from './platform/auth/reset-second-factor.ts'
import { offerPasskeySignIn } from './platform/auth/sign-in-by-passkey.ts'
import { softAuthenticator } from './platform/auth/testing-authenticator.ts'
import { newcomer } from './platform/auth/testing-site.ts'
import { type Ctx, inOneStep, openContext } from './platform/context.ts'
import { markOf, seeMark } from './platform/link-mark.ts'
import { markRefused } from './platform/refused-address.ts'
import { keyed, peek, type TestClinic } from './platform/testing.ts'

type Running = Awaited<ReturnType<typeof visitRunning>>

/** What happens beside the straight way, by the same verbs: what is held, refused, taken back, withdrawn, ended early or asked for. */
export const fillAside = async (
  clinic: TestClinic,
  { answering, running, words }: { answering: Ready; running: Running; words: string },
) => {
  await waysIn(clinic)
  await callThatEnds(clinic, running.nurse, words)
  await drugsBeside(running, words)
  await takenBack(clinic, running, words)
  await findingAskedFor(running, words)
  await checkInsBeside(clinic, answering)
  await endings(clinic, answering, words)
}

/** A second factor that was reset, a passkey with its recovery codes, a PIN on that device, a passkey that was only asked for, and an act under a key of its own. */
const waysIn = async (clinic: TestClinic) => {
  const { browser } = await newcomer(clinic)
  const { body: options } = await browser.send('POST', '/api/auth/account/passkeys/options')
  const response = softAuthenticator(browser.origin).create(options)
  await browser.send('POST', '/api/auth/account/passkeys', { response, label: 'Ward tablet' })
  await browser.send('POST', '/api/auth/account/pin', { pin: '408213' })
  await offerPasskeySignIn(clinic.visitor)
  const owner = await newcomer(clinic, 'owner')
  const { id: staffId } = await newcomer(clinic)
  const fresh = { kind: 'staff', id: owner.id, name: owner.name, roles: ['owner'], signInId: owner.signInId } as const
  const by = openContext(clinic.ground, { clinicId: clinic.clinicId, actor: fresh })
  await resetSecondFactor(by, { staffId, words: 'seen in person, license shown' })
}

/** A call that ends with nothing further, and the letter after it. */
export const callThatEnds = async (clinic: TestClinic, nurse: Ctx, words: string) => {
  const caller = {
    state: 'VA',
    zone: 'America/New_York',
    name: `${words} Third`,
    phone: '+15405550143',
    email: 'third@example.test',
  }
  const { id: appointmentId } = await bookCall(clinic.visitor, { ...caller, start: '2026-11-30T15:00:00.000Z' })
  await startCall(nurse, { appointmentId, confirmed: ['early'] })
  await enterAnswer(nurse, { appointmentId, question: 'notes', answer: words })
  await enterAnswer(nurse, { appointmentId, question: 'safety', answer: 'no' })
  await endCall(nurse, { appointmentId, outcome: 'declined', next: 'nothing further', note: words })
  const { letter } = await readFollow(nurse, { appointmentId, words })
  await followCall(nurse, { appointmentId, words, seen: letter?.mark ?? '' })
}

const midazolam = { drugId: 'midazolam', route: 'IV' } as const

const drugsBeside = async ({ nurse, prescriber, sessionId }: Running, words: string) => {
  const line = { ...midazolam, doseMg: '1', mostTimes: 1, leastMinutes: 20, reason: words }
  await signLine(prescriber, { sessionId, line, acknowledged: [] })
  await chartEmergency(keyed(nurse, nurse.newId()), { sessionId, ...midazolam, mg: '1', word: null, reason: words })
}

/** An entry of the wrong chair is offered and refused at the right one, which then turns out to be of the wrong person as a whole. */
const takenBack = async (clinic: TestClinic, { nurse, sessionId }: Running, words: string) => {
  const other = await visitCleared(clinic, { indication: 'pain', name: `${words} Fourth` })
  const { eventIds } = await chartEntry(nurse, { sessionId, entry: { kind: 'note', text: words } })
  await takeBackEntry(nurse, { sessionId, eventId: eventIds[0] ?? '', reason: words, chairId: null })
  const { offers } = await readVisit(other.nurse, other.sessionId)
  await answerOffer(other.nurse, { sessionId: other.sessionId, offerId: offers[0]?.id ?? '', isTheirs: false })
  await takeBackVisit(other.nurse, { sessionId: other.sessionId, reason: words, chairId: null })
}

const findingAskedFor = async ({ prescriber, personId }: Running, words: string) => {
  const answers = { ...wellAnswers('pain'), liver: 'b' } as const
  const { screeningId } = await screenPerson(prescriber, { personId, answers, baseline: {} })
  await askFor(prescriber, { screeningId, rule: 'liver' })
  const policy = { policy: 'charting', name: 'scoresEvery', value: 20, validFrom: prescriber.now(), reason: words }
  await setPolicyValue(prescriber, policy)
}

/** One answer that nobody looked at, one by phone, and no more questions. */
const checkInsBeside = async (clinic: TestClinic, answering: Ready) => {
  const { ground, clinicId, clock } = clinic
  const [question] = await asked(answering)
  const assessmentId = question?.id ?? ''
  const holder = await peek(answering.nurse, async ({ db }) => {
    const link = await db
      .selectFrom('link')
      .where('clinicId', '=', clinicId)
      .where('recordId', '=', assessmentId)
      .select('id')
      .executeTakeFirstOrThrow()
    const actor = { kind: 'link', id: link.id, purpose: 'check-in', recordId: assessmentId } as const
    return openContext(ground, { clinicId, actor, clock: clock.read })
  })
  await takeAnswer(holder, { mood: 5 })
  await seeMark(holder, markOf(holder))
  await answerByPhone(answering.nurse, { assessmentId, mood: 5, safetyQuestion: 'no' })
  await stopQuestions(holder)
}

/** A course that ends early, its day 0, a consent taken back, and an address that takes no letters. */
const endings = async (clinic: TestClinic, { nurse, prescriber, planId, personId }: Ready, words: string) => {
  await closeCourse(prescriber, { planId, reason: words })
  await tick(clinic)
  const [consent] = await peek(nurse, (tx) => consentsOf(tx, personId))
  await withdrawConsent(nurse, { personId, consentId: consent?.id ?? '', reason: words })
  await inOneStep(nurse, 'letter-refused', async (tx) => {
    const message = await tx.db.selectFrom('message').where('clinicId', '=', tx.clinicId).select('id').executeTakeFirstOrThrow()
    await markRefused(tx, { email: 'gone@example.test', why: 'no such mailbox', messageId: message.id, at: nurse.now() })
    return { messageId: message.id }
  })
}

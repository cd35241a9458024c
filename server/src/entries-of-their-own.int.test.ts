import { beforeEach, describe, expect, test } from 'vitest'
import { bookCall } from './care/booking/book-call.ts'
import { bookForPerson } from './care/booking/book-for-person.ts'
import { cancelCall } from './care/booking/cancel-appointment.ts'
import { answerByLink, answerByPhone } from './care/outcomes/answer-assessment.ts'
import { stopQuestions } from './care/outcomes/stop-questions.ts'
import { asked, give, holderOf, tick } from './care/outcomes/testing.ts'
import { addPerson } from './care/people/add-person.ts'
import { joinRecords } from './care/records/testing.ts'
import { chartEntry } from './care/session/chart-entry.ts'
import { takeBackEntry } from './care/session/take-back.ts'
import { patientReady, signs, visitRunning } from './care/session/testing.ts'
import { standingSignIn } from './platform/auth/testing-site.ts'
import { type Ctx, groundOf, inOneStep, openContext } from './platform/context.ts'
import { uuid7 } from './platform/id.ts'
import type { EntryFrom } from './platform/idempotency.ts'
import { keyed, peek, type TestClinic, testClinic } from './platform/testing.ts'

let clinic: TestClinic
beforeEach(async () => {
  clinic = await testClinic()
})

/** The same person after a sign-out: another sign-in, the same account. */
const signedInAgain = async (ctx: Ctx): Promise<Ctx> => {
  const { actor, clinicId } = ctx
  if (actor.kind !== 'staff') throw new TypeError('Nobody signs in by a link.')
  const signInId = await inOneStep(ctx, 'sign-in', (tx) => standingSignIn(ctx, tx))
  return openContext(groundOf(ctx), { clinicId, actor: { ...actor, signInId }, clock: ctx.now })
}

type Act = {
  /** Whoever enters, and somebody else who might. */
  readonly by: Ctx
  readonly other: Ctx
  readonly table: 'person' | 'appointment' | 'assessmentAnswer' | 'sessionEvent'
  readonly enter: (ctx: Ctx) => Promise<unknown>
  /** What takes the entry back, where something does. */
  readonly strike: (id: string) => Promise<unknown>
  /** Whose record it stands in, to be joined with another one. */
  readonly personId: (answer: unknown) => string
  readonly source: string
}

const caller = { name: 'Clover Samplett', phone: '+15405550142', state: 'VA', zone: 'America/New_York' } as const
const personIn = (answer: unknown) => (answer as { personId: string }).personId

const person = async (): Promise<Act> => ({
  by: await clinic.as('front desk'),
  other: await clinic.as('front desk'),
  table: 'person',
  enter: (ctx) => addPerson(ctx, { ...caller, email: 'clover@example.org' }),
  strike: async () => {},
  personId: personIn,
  source: 'staff',
})

const call = async (): Promise<Act> => ({
  by: clinic.visitor,
  other: await clinic.as('front desk'),
  table: 'appointment',
  enter: async (ctx) => {
    await clinic.as('prescriber')
    return bookCall(ctx, { ...caller, email: 'clover@example.org', start: '2026-11-27T15:00:00.000Z' })
  },
  strike: async (appointmentId) => cancelCall(await clinic.as('front desk'), { appointmentId }),
  personId: personIn,
  source: 'patient',
})

const evaluation = async (): Promise<Act> => {
  const desk = await clinic.as('front desk')
  await clinic.as('prescriber')
  const { personId } = await addPerson(desk, { ...caller, email: 'hazel@example.org' })
  const start = '2026-11-24T16:00:00.000Z'
  return {
    by: desk,
    other: await clinic.as('front desk'),
    table: 'appointment',
    enter: (ctx) => bookForPerson(ctx, { personId, kind: 'evaluation', place: 'clinic', start }),
    strike: (appointmentId) => cancelCall(desk, { appointmentId }),
    personId: personIn,
    source: 'staff',
  }
}

const askedOf = async () => {
  const ready = await patientReady(clinic, { indication: 'pain' })
  for (const number of [1, 10]) await give(clinic, ready, { number })
  await tick(clinic)
  const question = (await asked(ready)).find((each) => each.kind === 'follow-up' && each.day === 7)
  if (!question) throw new TypeError('Nothing is asked on day 7.')
  clinic.clock.now = new Date(question.dueAt)
  return { ready, assessmentId: question.id }
}

const scoreByPhone = async (): Promise<Act> => {
  const { ready, assessmentId } = await askedOf()
  return {
    by: ready.nurse,
    other: ready.second,
    table: 'assessmentAnswer',
    enter: (ctx) => answerByPhone(ctx, { assessmentId, pain: 4 }),
    strike: () => stopQuestions(holderOf(clinic, assessmentId)),
    personId: personIn,
    source: 'staff',
  }
}

const scoreByLink = async (): Promise<Act> => {
  const { ready, assessmentId } = await askedOf()
  return {
    by: holderOf(clinic, assessmentId),
    other: ready.nurse,
    table: 'assessmentAnswer',
    enter: (ctx) => (ctx.actor.kind === 'link' ? answerByLink(ctx, { pain: 4 }) : answerByPhone(ctx, { assessmentId, pain: 4 })),
    strike: () => stopQuestions(holderOf(clinic, assessmentId)),
    personId: personIn,
    source: 'patient',
  }
}

const chartLine = async (): Promise<Act> => {
  const { nurse, second, sessionId } = await visitRunning(clinic, { indication: 'pain' })
  clinic.clock.forward(1)
  return {
    by: nurse,
    other: second,
    table: 'sessionEvent',
    enter: (ctx) => chartEntry(ctx, { sessionId, entry: { kind: 'vitals', ...signs }, ...asDevice(ctx) }),
    strike: (eventId) => takeBackEntry(nurse, { sessionId, eventId, reason: 'wrong person', chairId: null }),
    personId: personIn,
    source: 'staff',
  }
}

/** An entry of the chart says from which device it comes in what is sent. */
const asDevice = ({ idempotency }: Ctx) => {
  const { deviceId, deviceSeq = 0, form } = idempotency?.from ?? {}
  return { ...(deviceId !== undefined && { device: { id: deviceId, seq: deviceSeq } }), form }
}

const rowsUnder = ({ by, table }: Act, id: string) =>
  peek(by, ({ db }) => db.selectFrom(table).where('id', '=', id).select('id').execute())
const countOf = async ({ by, table }: Act) => (await peek(by, ({ db }) => db.selectFrom(table).select('id').execute())).length

const acts: [string, () => Promise<Act>][] = [
  ['a person', person],
  ['a call booked by a visitor', call],
  ['an evaluation booked at the desk', evaluation],
  ['a score taken on the phone', scoreByPhone],
  ['a score sent by a patient', scoreByLink],
  ['an entry of a chart', chartLine],
]

describe.each(acts)('%s whose id its author made', (_, prepare) => {
  test('has that id, and a second arrival is answered with the first: at once, after a sign-out, a strike and a merge', async () => {
    const act = await prepare()
    const id = uuid7(clinic.clock.now)
    const first = await act.enter(keyed(act.by, id, 'the same'))
    expect(await rowsUnder(act, id)).toHaveLength(1)
    const count = await countOf(act)
    const again = async (by: Ctx) => expect(await act.enter(keyed(by, id, 'the same'))).toEqual(first)
    await again(act.by)
    clinic.clock.forward(60 * 49)
    const later = act.by.actor.kind === 'staff' ? await signedInAgain(act.by) : act.by
    await again(later)
    await act.strike(id)
    await again(later)
    const desk = await clinic.as('prescriber')
    const { personId: keptId } = await addPerson(desk, { ...caller, name: 'Clover Sample', email: 'twice@example.org' })
    const before = await countOf(act)
    await joinRecords(desk, { keptId, mergedId: act.personId(first) })
    await again(later)
    expect(await rowsUnder(act, id)).toHaveLength(1)
    expect([await countOf(act), before - count]).toEqual([before, before - count])
  })

  test('is its author’s: another one’s, or another content under it, is refused and nothing is written', async () => {
    const act = await prepare()
    const id = uuid7(clinic.clock.now)
    await act.enter(keyed(act.by, id, 'the same'))
    const count = await countOf(act)
    for (const other of [keyed(act.other, id, 'the same'), keyed(act.by, id, 'another')])
      await expect(act.enter(other)).rejects.toMatchObject({ code: 'key-reused' })
    expect(await countOf(act)).toBe(count)
  })

  test('keeps from which device it comes, by which form and from whom; a place of a device is one entry, whatever is entered', async () => {
    const act = await prepare()
    const [id, deviceId] = [uuid7(clinic.clock.now), uuid7(clinic.clock.now)]
    const from: EntryFrom = { deviceId, deviceSeq: 7, form: 'paper 2' }
    const first = await act.enter(keyed(act.by, id, 'the same', from))
    expect(await act.enter(keyed(act.by, id, 'the same', from))).toEqual(first)
    const kept = await peek(act.by, ({ db }) =>
      act.table === 'sessionEvent'
        ? db.selectFrom('sessionEvent').where('id', '=', id).select(['deviceId', 'deviceSeq', 'form', 'source']).execute()
        : db.selectFrom('idempotencyKey').where('key', '=', id).select(['deviceId', 'deviceSeq', 'form', 'source']).execute(),
    )
    expect(kept).toEqual([{ deviceId, deviceSeq: '7', form: 'paper 2', source: act.source }])
    const desk = await clinic.as('front desk')
    const taken = addPerson(keyed(desk, uuid7(clinic.clock.now), 'x', from), {
      ...caller,
      name: 'A. Nother',
      email: 'a@example.org',
    })
    await expect(taken).rejects.toMatchObject({ code: 'key-reused' })
    const next = { ...from, deviceSeq: 8 }
    const added = await addPerson(keyed(desk, uuid7(clinic.clock.now), 'x', next), {
      ...caller,
      name: 'A. Nother',
      email: 'a@example.org',
    })
    expect(added.personId).toBeTruthy()
  })
})

import { claims } from '@dripline/clinical'
import { statementsOn } from '@dripline/clinical/article'
import { claimIn, PSEUDO } from '@dripline/clinical/words'
import { pseudoReader } from '@dripline/clinical/words/pseudo'
import type { PageData } from '../../data/page-data.ts'
import { priceStates } from './testing-prices.ts'
import { waitingStates } from './testing-waiting.ts'

/** Names, and words of a clinic's own: what stands on a page and is of no language. */
export const names = [
  'Blue Ridge Infusion',
  'Virginia',
  'Maryland',
  'Robin Madeupname',
  'robin@example.test',
  'name@example.org',
  'America/New_York',
  'New York',
  'Lbl',
  'Tap',
  'Knox',
]

const clinic: PageData['frame']['clinic'] = {
  name: 'Blue Ridge Infusion',
  phone: '(540) 555-0100',
  afterHoursPhone: '(540) 555-0199',
  address: '1 1 1',
  zone: 'America/New_York',
  simulated: true,
  crisisLines: [
    { label: 'Lbl', action: 'Tap', number: '911' },
    { label: 'Lbl', action: 'Tap', number: '988' },
  ],
}

export const frameOf = (path: string): PageData['frame'] => ({
  clinic,
  user: null,
  path,
  now: '2026-11-24T15:00:00Z',
  tongue: PSEUDO,
})

type State = { path: string; data: Record<string, unknown>; frame?: object }

const slot = (start: string, end: string) => ({ start, end, clinicianId: 'x' })
const days = [
  {
    date: '2026-11-24',
    state: 'open',
    slots: [
      slot('2026-11-24T15:15:00Z', '2026-11-24T15:30:00Z'),
      slot('2026-11-24T18:15:00Z', '2026-11-24T18:30:00Z'),
      slot('2026-11-24T23:15:00Z', '2026-11-24T23:30:00Z'),
    ],
  },
  { date: '2026-11-25', state: 'full', slots: [] },
  { date: '2026-11-26', state: 'closed', slots: [] },
]
const refused = (code: string, faults: readonly object[] = []) => ({
  refused: { status: 409, code, title: 'Literal title', faults },
})

const booking = {
  isSetUp: true,
  minutes: 15,
  states: [
    { code: 'VA', name: 'Virginia' },
    { code: 'MD', name: 'Maryland' },
  ],
  zone: 'America/New_York',
  state: 'VA',
  isServed: true,
  day: null,
  days,
  idempotencyKey: 'k',
  form: { id: 'f', until: 0, mark: 'm', sum: { parts: 1, bits: 1 } },
  held: null,
}
const book = (data: object = {}): State => ({ path: '/book', data: { ...booking, ...data } })

const appointment = (about: object, data: object = {}): State => ({
  path: '/l/abc/appointment',
  data: {
    appointment: {
      kind: 'call',
      place: null,
      start: '2026-11-24T15:15:00Z',
      end: '2026-11-24T15:30:00Z',
      state: 'booked',
      zone: 'America/New_York',
      phone: '(540) 555-0142',
      ...about,
    },
    canChange: true,
    wantsMove: false,
    wantsCancel: false,
    day: null,
    days,
    idempotencyKey: 'k',
    ...data,
  },
})
const kinds = [
  { kind: 'call', place: null },
  { kind: 'evaluation', place: 'clinic' },
  { kind: 'evaluation', place: 'phone' },
  { kind: 'infusion', place: null },
]
const named = ({ kind, place }: { kind: string; place: string | null }) => (place ? `${kind} at ${place}` : kind)
const ofKind = (what: string, state: (about: object) => State) =>
  Object.fromEntries(kinds.map((about) => [`a ${named(about)}, ${what}`, state(about)]))

const checkIn = (data: object = {}): State => ({
  path: '/l/abc/check-in',
  data: {
    indication: 'pain',
    kind: 'follow-up',
    day: 7,
    zone: 'America/New_York',
    needed: ['pain'],
    further: ['sideEffects', 'globalChange'],
    standing: 'open',
    answer: null,
    isCrisis: false,
    closesAt: '2026-11-25T05:00:00Z',
    mark: 'm',
    held: null,
    wantsStop: false,
    lastAnsweredAt: null,
    idempotencyKey: 'k',
    ...data,
  },
})
const mood = { indication: 'depression', needed: ['mood', 'safetyQuestion'], further: ['sideEffects'] }
const held = (answer: object) => ({ held: { id: 'h', answer } })

const problem = (code: string, about: object = {}, path = '/l/abc/appointment'): State => ({
  path,
  data: { problem: { status: 409, code, title: 'Literal title', about } },
})

const strangeClaims = claims.map((claim) => claimIn(pseudoReader, claim))
const text = (said: string) => [{ kind: 'text', text: said }]
const scenes = ['cork', 'held', 'weeks', 'twenty', 'visit-long', 'visit-short', 'known-before', 'known-after'].map((scene) => ({
  kind: 'scene',
  scene,
  sources: [],
}))
const article = {
  slug: 'lbl',
  title: 'Lbl',
  summary: 'Tap',
  authors: ['Lbl'],
  reviewer: 'Robin Madeupname',
  reviewedOn: '2026-11-24',
  reviewAgainBy: '2026-11-20',
  changedOn: '2026-11-24',
  isPastReview: true,
  minutes: 3,
  sources: [{ id: 'cochrane-2025', title: 'Lbl', source: 'Tap' }],
  blocks: [
    { kind: 'heading', level: 2, id: 'lbl', inside: text('Lbl'), sources: [] },
    { kind: 'quote', inside: text('Tap'), sources: [] },
    { kind: 'paragraph', inside: [...text('Lbl '), { kind: 'figure', text: '7' }], sources: ['cochrane-2025'] },
    { kind: 'list', isOrdered: false, items: [text('Tap')], sources: [] },
    { kind: 'heading', level: 3, id: 'lbl-2', inside: text('Lbl'), sources: [] },
    { kind: 'heading', level: 2, id: 'lbl-3', inside: text('Tap'), sources: [] },
    ...scenes,
    ...strangeClaims.slice(0, 1).map((claim) => ({ kind: 'claim', claim, sources: [claim.id] })),
  ],
}
const own = [
  { indication: 'pain', least: 11, result: { responders: 29, counted: 61, missing: 10, share: 0.475, low: 0.36, high: 0.6 } },
  { indication: 'depression', least: 11, result: null },
]
const approved = [{ id: 'cochrane-2025', by: 'Robin Madeupname', on: '2026-11-24' }]
const asking = {
  statements: statementsOn(pseudoReader, '2026-11-24'),
  keys: { before: 'k', after: 'k', guess: 'k' },
}
const said = (phase: string) => ({ known: { phase, answers: { 'in-a-crisis': 'true', 'when-it-fades': 'not sure' } } })
const onPain = (data: object = {}): State => ({
  path: '/articles/how-ketamine-works-on-pain',
  data: { article, withdrawn: null, ...asking, ...data },
})
const articles: Record<string, State> = {
  'an article': { path: '/articles/:slug', data: { article, withdrawn: null } },
  'an article that no clinician has read': {
    path: '/articles/:slug',
    data: { article: { ...article, reviewer: null, isPastReview: false }, withdrawn: null },
  },
  'an article that was withdrawn': {
    path: '/articles/:slug',
    data: { article: null, withdrawn: { on: '2026-11-24', reason: 'Lbl' } },
  },
  'the article on pain': onPain(),
  'the article on pain, answered before': onPain(said('before')),
  'the article on pain, answered after': onPain(said('after')),
  'the article on pain, with nothing chosen': onPain({ known: { phase: 'after', answers: {} } }),
  'the article on a visit': { path: '/articles/what-a-visit-is-like', data: { article, withdrawn: null } },
  ...priceStates,
  'the shelf': { path: '/articles', data: { shelf: [{ slug: 'lbl', title: 'Lbl', summary: 'Tap', minutes: 3, sources: 7 }] } },
  'the evidence': { path: '/evidence', data: { claims: strangeClaims, own, approved } },
  'the evidence when nothing is in date': { path: '/evidence', data: { claims: [], own: [], approved: [] } },
}

/** Every public page and every page of a link, in each of its states. */
export const states: Readonly<Record<string, State>> = {
  'the front page': { path: '/', data: { isSetUp: true } },
  'the front page when its claims have expired': { path: '/', data: { isSetUp: true }, frame: { now: '2029-01-01T00:00:00Z' } },
  'the front page of a clinic that is not open': { path: '/', data: { isSetUp: false } },
  ...articles,
  'no page at all': { path: '/nowhere', data: {} },
  'no page at all, of a clinic without a phone': { path: '/nowhere', data: {}, frame: { clinic: { ...clinic, phone: null } } },
  'booked in a frame': { ...book({ booked: { ...days[0]?.slots[0], zone: booking.zone, url: '/l/abc' } }), path: '/embed/book' },
  'booking before a state is chosen': book({ state: null, isServed: false, days: [] }),
  'booking outside our states': book({ state: 'other', isServed: false, days: [] }),
  'booking with times': book(),
  'booking in a zone that has no name of its own': book({ zone: 'America/Indiana/Knox' }),
  'booking when every time is taken': book({ days: days.slice(1) }),
  ...Object.fromEntries(['full', 'closed'].map((how, i) => [`booking on a ${how} day`, book({ day: days[i + 1]?.date })])),
  'booking in a clinic that is not set up': book({ isSetUp: false }),
  'booking a time that was taken': book({ ...refused('slot-taken'), sent: { name: 'Robin Madeupname' } }),
  'booking with everything wrong': book(
    refused('not-valid', [
      { field: 'name', code: 'please-first-and-last-name', value: 'Robin Madeupname' },
      { field: 'name', code: 'please-one-line' },
      { field: 'name', code: 'please-shorter', params: { most: 80 } },
      { field: 'phone', code: 'please-phone-number', params: { like: '(540) 555-0142' } },
      { field: 'email', code: 'please-email' },
      { field: 'email', code: 'please-email-plain-letters' },
      { field: 'email', code: 'please-email-shorter' },
      { field: 'start', code: 'please-time' },
      { field: 'state', code: 'please-state' },
      { field: 'zone', code: 'please-zone' },
    ]),
  ),
  'booking too often': book(refused('too-many')),
  'booking while the database is away': book(refused('not-saved')),
  ...ofKind('booked', (about) => appointment(about)),
  ...ofKind('over', (about) => appointment({ ...about, state: 'done' }, { canChange: false })),
  ...ofKind('missed', (about) => appointment({ ...about, state: 'missed' }, { canChange: false })),
  ...ofKind('canceled', (about) => appointment({ ...about, state: 'cancelled' }, { canChange: false })),
  ...ofKind('to be moved', (about) => appointment(about, { wantsMove: true })),
  ...ofKind('to be canceled', (about) => appointment(about, { wantsCancel: true })),
  'a move to a time that was taken': appointment({}, { wantsMove: true, ...refused('slot-taken') }),
  'a move too many': appointment({}, { wantsMove: true, ...refused('moved-too-often') }),
  'a cancellation where nothing was chosen': appointment(
    {},
    { wantsCancel: true, ...refused('not-valid', [{ field: 'choice', code: 'cancel-it-or-leave-it' }]) },
  ),
  'a cancellation that comes too late': appointment({}, { wantsCancel: true, ...refused('appointment-over') }),
  ...waitingStates,
  'turning emails off': { path: '/unsubscribe/abc', data: {} },
  'emails turned off': { path: '/unsubscribe/abc', data: { said: 'end' } },
  'emails kept': { path: '/unsubscribe/abc', data: { said: 'keep' } },
  'a question about pain': checkIn(),
  'a question about pain on the last day': checkIn({ day: 90, further: [] }),
  'a question about pain at day 28': checkIn({ day: 28, further: ['sideEffects', 'newProcedure'] }),
  'a question about mood': checkIn(mood),
  'a question about mood after a visit': checkIn({ ...mood, kind: 'after session' }),
  'a question that was answered and may be changed': checkIn({ answer: { pain: 4 }, lastAnsweredAt: '2026-11-24T15:00:00Z' }),
  'a question that was answered in part': checkIn({ answer: {}, lastAnsweredAt: '2026-11-24T15:00:00Z' }),
  'an answer that is held': checkIn(held({ pain: 4, sideEffects: ['nausea', 'headache'] })),
  'an answer about safety that is held': checkIn({ ...mood, ...held({ mood: 4, safetyQuestion: 'rather-not-say' }) }),
  'an answer without effects that is held': checkIn(held({ sideEffects: ['none'] })),
  'an empty answer that is held': checkIn(held({})),
  'a crisis': checkIn({ ...mood, isCrisis: true }),
  'a question refused': checkIn(refused('answer-closed')),
  'a question without an answer': checkIn({
    ...mood,
    ...refused('not-valid', [{ field: 'body', code: 'as-written', params: { text: 'Literal' } }]),
  }),
  'stopping the questions': checkIn({ wantsStop: true }),
  'questions stopped': checkIn({ standing: 'stopped' }),
  'a question answered': checkIn({ standing: 'answered' }),
  'a question that has closed': checkIn({ standing: 'over' }),
  'a question for a later day': checkIn({ standing: 'early' }),
  'a question taken back': checkIn({ standing: 'taken back' }),
  ...Object.fromEntries(
    ['cut', 'unknown', 'expired', 'replaced', 'used'].map((why) => [`a link that is ${why}`, problem('link-unusable', { why })]),
  ),
  ...Object.fromEntries(
    [
      'not-found',
      'too-many',
      'too-large',
      'wrong-origin',
      'not-now',
      'not-known',
      'not-set-up',
      'person-elsewhere',
      'outside-states',
    ].map((code) => [`a page refused: ${code}`, problem(code)]),
  ),
}

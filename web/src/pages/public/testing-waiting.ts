type State = { path: string; data: Record<string, unknown>; frame?: object }

const refused = (code: string, faults: readonly object[] = []) => ({
  refused: { status: 409, code, title: 'Literal title', faults },
})

const joining = (data: object = {}): State => ({
  path: '/waiting-list',
  data: {
    isSetUp: true,
    minutes: 15,
    states: [
      { code: 'VA', name: 'Virginia' },
      { code: 'MD', name: 'Maryland' },
    ],
    state: 'VA',
    zone: 'America/New_York',
    parts: ['any', 'morning', 'afternoon', 'evening'],
    noticeHours: [1, 3, 24, 48],
    lookDays: [7, 14, 28],
    idempotencyKey: 'k',
    ...data,
  },
})
const onList = (data: object = {}): State => ({
  path: '/l/abc/waiting',
  data: {
    isOn: true,
    service: 'call',
    weekdays: [],
    part: 'any',
    until: '2026-12-21T15:00:00Z',
    zone: 'America/New_York',
    idempotencyKey: 'k',
    ...data,
  },
})
const offer = (data: object = {}): State => ({
  path: '/l/abc/offer',
  data: {
    standing: 'open',
    service: 'call',
    start: '2026-11-24T15:15:00Z',
    end: '2026-11-24T15:30:00Z',
    until: '2026-11-24T13:15:00Z',
    zone: 'America/New_York',
    idempotencyKey: 'k',
    ...data,
  },
})
/** The pages of the waiting list, in each of their states. */
export const waitingStates: Record<string, State> = {
  'joining the waiting list': joining({ state: null }),
  'joining it with everything wrong': joining({
    ...refused('not-valid', [
      { field: 'name', code: 'please-first-and-last-name' },
      { field: 'state', code: 'please-state' },
      { field: 'part', code: 'please-answer' },
    ]),
    sent: { weekdays: ['1', '3'], part: 'evening' },
  }),
  'joining it in a clinic that is not set up': joining({ isSetUp: false }),
  'a place on the waiting list for a call': onList(),
  'a place on the waiting list for an evaluation': onList({ service: 'evaluation', part: 'morning' }),
  'a place on the waiting list for an infusion': onList({ service: 'infusion', part: 'evening' }),
  'a place on the waiting list that has ended': onList({ isOn: false }),
  'a time that opened': offer(),
  'a time that opened, and nothing chosen': offer(refused('not-valid', [{ field: 'choice', code: 'please-answer' }])),
  'a time that opened, and came too late': offer(refused('offer-gone')),
  ...Object.fromEntries(
    ['taken', 'gone', 'declined', 'ended'].map((standing) => [`a time that opened, ${standing}`, offer({ standing })]),
  ),
}

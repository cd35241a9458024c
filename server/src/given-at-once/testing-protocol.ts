import { defineOwnProtocol } from '@dripline/clinical'

/** What gives it: one visit of an ordinary tablet. */
export const oneAtOnce = defineOwnProtocol({
  id: 'one-at-once',
  title: 'One at once',
  source: 'made up for a test',
  basis: 'proposed',
  gives: { drug: 'acetaminophen', by: 'given-at-once' },
  usual: { times: '1' },
  minutes: 15,
  sessions: 1,
  spacing: { leastHours: 1, days: 'weekdays', text: 'made up', source: 'made up' },
  checks: { afterStart: [], afterRateChange: [], thenEvery: 30, recoveryEvery: 30, source: 'made up' },
  recovery: { leastMinutes: 15, source: 'made up' },
  block: { prepareMinutes: 5, turnoverMinutes: 5, source: 'made up' },
  stopRule: { text: 'none', source: 'made up' },
})

import { defineOwnProtocol } from '../dose/protocol.ts'

export const hydrationSaline = defineOwnProtocol({
  id: 'hydration-saline',
  title: 'Hydration, saline',
  source: 'our proposal: one bag in about an hour and a half, for an adult who cannot drink enough',
  basis: 'proposed',
  gives: { drug: 'sodium-chloride', by: 'fluid' },
  usual: { ml: '1000', minutes: '90' },
  minutes: 90,
  sessions: 1,
  spacing: {
    leastHours: 12,
    days: { perWeek: { least: 1, most: 3 } },
    text: 'One visit; a new order for the next',
    source: 'proposed',
  },
  checks: { afterStart: [15], afterRateChange: [15], thenEvery: 30, recoveryEvery: 15, source: 'proposed' },
  recovery: { leastMinutes: 5, source: 'proposed' },
  block: { prepareMinutes: 15, turnoverMinutes: 10, source: 'proposed' },
  stopRule: {
    text: 'Short of breath, a cough, swelling or a pressure past the policy: stop and call the prescriber',
    source: 'proposed',
  },
})

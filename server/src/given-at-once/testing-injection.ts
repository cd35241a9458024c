import { actsDone, amountIn, amountMeasures, defineAdministration, defineOwnProtocol } from '@dripline/clinical'

const mg = { ...amountMeasures.mg, least: '1', most: '100', like: '25' } as const

/** A made-up way to give a controlled drug: one injection out of a vial. It is here to show that such a way is a file too. */
export const injectedOnce = defineAdministration({
  id: 'injected-once',
  title: 'Injected once',
  source: 'made up for a test',
  basis: 'proposed',
  isScreened: true,
  order: {
    fields: { mg: { kind: 'amount', label: 'Dose', measure: mg } },
    amount: (said) => ({ value: amountIn(said, 'mg') ?? '0', unit: 'mg' }),
    minutes: () => 15,
    check: () => [],
    examples: [[{ mg: '25' }, []]],
  },
  entries: {},
  acts: {
    injected: {
      title: 'Injected',
      fields: {
        identifiers: { kind: 'identifiers', label: 'Two identifiers' },
        site: { kind: 'choice', label: 'Site', options: ['left arm', 'right arm'] },
      },
      in: ['arrived'],
      to: 'recovering',
      begins: true,
      ends: true,
      books: (order) => amountIn(order, 'mg') ?? '0',
      right: 'start',
    },
  },
  gates: { injected: ['one-place', 'order-valid', 'signs-charted'], discharge: ['adverse-effects'] },
  ahead: { arrived: 'injected', recovering: 'discharge', left: 'discharge' },
  due: [],
  isInBook: true,
  isSedating: true,
  regimen: null,
  given: (visit, asOf) => {
    const booked = actsDone(visit, 'injected', asOf).at(-1)?.booked
    return booked ? { value: booked.givenMg, unit: 'mg' } : null
  },
})

const head = {
  title: 'One injection',
  source: 'made up for a test',
  basis: 'proposed',
  usual: { mg: '25' },
  minutes: 15,
  sessions: 1,
  spacing: { leastHours: 1, days: 'weekdays', text: 'made up', source: 'made up' },
  checks: { afterStart: [], afterRateChange: [], thenEvery: 30, recoveryEvery: 30, source: 'made up' },
  recovery: { leastMinutes: 15, source: 'made up' },
  block: { prepareMinutes: 5, turnoverMinutes: 5, source: 'made up' },
  stopRule: { text: 'none', source: 'made up' },
} as const

export const oneInjection = defineOwnProtocol({
  ...head,
  id: 'one-injection',
  gives: { drug: 'ketamine', by: 'injected-once' },
})

/** A controlled drug by a way that has no drug book: nobody can order it. */
export const unbooked = defineOwnProtocol({
  ...head,
  id: 'unbooked-injection',
  gives: { drug: 'ketamine', by: 'given-at-once' },
})

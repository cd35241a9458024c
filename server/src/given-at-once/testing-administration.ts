import { actsDone, amountIn, defineAdministration } from '@dripline/clinical'

/** A made-up way to give something: swallowed at once, seen for a while. It is here to show that a way to give is a file. */
export const givenAtOnce = defineAdministration({
  id: 'given-at-once',
  title: 'Given at once',
  source: 'made up for a test',
  basis: 'proposed',
  isScreened: false,
  order: {
    fields: { times: { kind: 'choice', label: 'How many', options: ['1', '2', '9'] } },
    amount: (said) => ({ value: amountIn(said, 'times') ?? '0', unit: 'tablets' }),
    minutes: () => 15,
    check: ({ times }) => [
      {
        id: 'at-most-two',
        kind: 'hard',
        pass: times !== '9',
        says: { code: 'as-written', params: { text: 'At most two' } },
        source: 'made up',
        basis: 'proposed',
      },
    ],
    examples: [[{ times: '9' }, ['at-most-two']]],
  },
  entries: {},
  acts: {
    given: {
      title: 'Given',
      fields: {
        identifiers: { kind: 'identifiers', label: 'Two identifiers' },
        times: { kind: 'choice', label: 'How many', options: ['1', '2'] },
      },
      in: ['arrived'],
      to: 'recovering',
      begins: true,
      ends: true,
      right: 'start',
    },
  },
  gates: { given: ['one-place', 'order-valid', 'signs-charted'], discharge: ['adverse-effects'] },
  ahead: { arrived: 'given', recovering: 'discharge', left: 'discharge' },
  due: [],
  isInBook: false,
  isSedating: false,
  regimen: null,
  given: (visit, asOf) => {
    const [done] = actsDone(visit, 'given', asOf)
    const times = done && amountIn(done.said, 'times')
    return times ? { value: times, unit: 'tablets' } : null
  },
})

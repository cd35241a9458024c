import { exact } from '../exact.ts'
import { amountMeasures } from '../shapes/measures.ts'
import { defineAdministration, type OwnCheck } from '../visit/administration.ts'
import { amountIn, type Said } from '../visit/fields.ts'
import { actsDone } from '../visit/own-acts.ts'

const proposed = 'our proposal: usual adult volumes and rates in a clinic without a monitor for overload'
const least = { ml: '100', minutes: '15' } as const
const most = { ml: '2000', minutes: '240', rateMlPerHour: '1000' } as const
const asked = { ml: '1000', rateMlPerHour: '750' } as const

const minutes = {
  ...amountMeasures.ml,
  name: 'a duration',
  unit: 'min',
  spelled: ['min', 'minute', 'minutes'],
  least: least.minutes,
  most: most.minutes,
  places: 0,
  like: '60',
  source: proposed,
  basis: 'proposed',
} as const
const volume = {
  ...amountMeasures.ml,
  least: least.ml,
  most: most.ml,
  like: '1000',
  source: proposed,
  basis: 'proposed',
} as const
const given = { ...amountMeasures.ml, least: '0', most: most.ml, like: '1000' } as const

/** Spoken at every visit, before the line: nothing is carried over from another day. */
const told = [
  'What is in the bag, how much of it, and that it goes in through a small tube in a vein.',
  'It can hurt, bruise or swell where the line goes in, and rarely cause an infection or an allergic reaction.',
  'Too much fluid can make you short of breath: say so at once.',
  'You can drink instead, or have nothing, and you can stop at any time.',
] as const

const sites = ['left hand', 'right hand', 'left forearm', 'right forearm', 'left elbow', 'right elbow', 'elsewhere'] as const

/** mL/h of an order; the pump or the clamp is set by hand. */
const rateOf = (said: Said) =>
  exact(amountIn(said, 'ml') ?? '0')
    .times(60)
    .div(amountIn(said, 'minutes') ?? '1')

const check = (id: string, kind: OwnCheck['kind'], pass: boolean, says: OwnCheck['says']): OwnCheck => ({
  id,
  kind,
  pass,
  says,
  source: proposed,
  basis: 'proposed',
})

export const fluid = defineAdministration({
  id: 'fluid',
  title: 'IV fluid',
  source: proposed,
  basis: 'proposed',
  isScreened: false,
  order: {
    fields: {
      ml: { kind: 'amount', label: 'Volume', measure: volume },
      minutes: { kind: 'amount', label: 'Over', measure: minutes },
      reason: { kind: 'words', label: 'Reason' },
      heart: {
        kind: 'choice',
        label: 'Heart failure, kidney failure or fluid restriction',
        options: ['no', 'yes', 'not asked'],
      },
    },
    amount: (said) => ({ value: amountIn(said, 'ml') ?? '0', unit: 'mL' }),
    minutes: (said) => Number(amountIn(said, 'minutes') ?? '0'),
    check: (said) => {
      const rate = rateOf(said)
      const rateMlPerHour = rate.toDecimalPlaces(0).toFixed()
      const { heart } = said
      const isMuch = exact(amountIn(said, 'ml') ?? '0').gt(asked.ml)
      return [
        check('fluid-rate', 'hard', rate.lte(most.rateMlPerHour), {
          code: 'fluid-at-most-ml-per-hour',
          params: { rateMlPerHour, most: most.rateMlPerHour },
        }),
        check('fluid-heart-asked', 'hard', heart !== 'not asked', { code: 'fluid-overload-to-be-asked' }),
        check('fluid-heart', 'soft', heart !== 'yes', { code: 'fluid-can-overload' }),
        check('fluid-fast', 'soft', rate.lte(asked.rateMlPerHour), {
          code: 'fluid-usually-at-most-ml-per-hour',
          params: { rateMlPerHour, most: asked.rateMlPerHour },
        }),
        check('fluid-much', 'soft', !isMuch, { code: 'fluid-more-than-ml-in-visit', params: { most: asked.ml } }),
      ]
    },
    examples: [
      [{ ml: '1000', minutes: '120', reason: 'dry', heart: 'no' }, []],
      [{ ml: '1000', minutes: '60', reason: 'dry', heart: 'no' }, ['fluid-fast']],
      [{ ml: '1000', minutes: '30', reason: 'dry', heart: 'no' }, ['fluid-rate', 'fluid-fast']],
      [{ ml: '2000', minutes: '240', reason: 'dry', heart: 'yes' }, ['fluid-heart', 'fluid-much']],
      [{ ml: '500', minutes: '60', reason: 'dry', heart: 'not asked' }, ['fluid-heart-asked']],
    ],
  },
  entries: {},
  acts: {
    'line-placed': {
      title: 'Line placed',
      fields: {
        identifiers: { kind: 'identifiers', label: 'Two identifiers, as the patient says them' },
        agreed: { kind: 'agreed', label: 'Told, and agreed to today', points: told },
        site: { kind: 'choice', label: 'Site', options: sites },
        gauge: { kind: 'choice', label: 'Gauge', options: ['18', '20', '22', '24'] },
      },
      in: ['arrived'],
      to: 'cleared',
      right: 'start',
    },
    'fluid-started': {
      title: 'Fluid started',
      fields: { bag: { kind: 'words', label: 'Lot on the bag', optional: true } },
      in: ['cleared'],
      to: 'running',
      begins: true,
      right: 'start',
    },
    'fluid-ended': {
      title: 'Fluid ended',
      fields: {
        ml: { kind: 'reading', label: 'Volume given', measure: given },
        why: { kind: 'words', label: 'Why it ended early', optional: true },
      },
      in: ['running'],
      to: 'stopped',
      ends: true,
      right: 'stop',
    },
    'line-removed': {
      title: 'Line removed',
      fields: { site: { kind: 'choice', label: 'Site', options: ['clean', 'bruised', 'swollen', 'red'] } },
      in: ['stopped'],
      to: 'recovering',
      right: 'chart',
    },
  },
  gates: {
    'line-placed': ['one-place', 'order-valid', 'signs-charted', 'marks-answered'],
    'fluid-started': ['one-place', 'order-valid', 'signs-charted', 'marks-answered'],
    discharge: ['signs-charted', 'adverse-effects', 'marks-answered', 'drugs-settled'],
  },
  ahead: {
    arrived: 'line-placed',
    cleared: 'fluid-started',
    stopped: 'discharge',
    recovering: 'discharge',
    left: 'discharge',
  },
  due: ['vitals'],
  isInBook: false,
  isSedating: false,
  regimen: null,
  given: (visit, asOf) => {
    const ended = actsDone(visit, 'fluid-ended', asOf).at(-1)
    const ml = ended && amountIn(ended.said, 'ml')
    return ml ? { value: ml, unit: 'mL' } : null
  },
})

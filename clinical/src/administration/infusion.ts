import { defineAdministration } from '../visit/administration.ts'
import { amountsAt, regimenGiven } from '../visit/infusion-amounts.ts'
import { runs } from '../visit/infusion-segments.ts'
import { beforeStart } from '../visit/visit-states.ts'

const person = ['right-person', 'one-place', 'order-valid', 'weight', 'escort-named'] as const
const screened = ['accepted', 'consent', 'safety', 'pregnancy', 'rules', 'interval', 'infusions-in-year'] as const
const onThePump = ['pressure', 'pulse', 'spo2', 'sedation', 'marks-answered'] as const

const wasted = ['arrived', 'cleared', 'drawn up', 'checked', 'stopped', 'recovering', 'cancelled'] as const

export const infusion = defineAdministration({
  id: 'infusion',
  title: 'Infusion by pump',
  source: 'clinical reference 9.5, the steps of an infusion visit; how they are told apart is ours',
  basis: 'proposed',
  isScreened: true,
  order: null,
  acts: {},
  entries: {
    'checked-in': { in: ['arrived', 'cleared'], to: 'cleared' },
    'check-reading': { in: ['cleared'] },
    'check-taken-back': { in: ['cleared'] },
    'check-opened': { in: ['cleared'] },
    'drawn-up': { in: ['cleared', 'drawn up', 'checked'], to: 'drawn up' },
    'second-check': { in: ['drawn up', 'checked'] },
    started: {
      in: ['checked'],
      to: 'running',
      refusal: (state) => {
        if (state === 'drawn up' || state === 'cleared') return 'draw-up-not-witnessed'
        return beforeStart.includes(state) || state === 'cancelled' ? 'wrong-state' : 'session-already-started'
      },
    },
    'rate-changed': { in: ['running'] },
    'pump-found': {
      in: ['drawn up', 'checked', 'running', 'paused', 'stopped', 'recovering'],
      // A pump found running runs, whatever should have come before.
      to: (event, state) => {
        if ('rateMlPerHour' in event && runs(event.rateMlPerHour)) return 'running'
        return state === 'running' ? 'paused' : null
      },
    },
    paused: { in: ['running'], to: 'paused' },
    resumed: { in: ['paused'], to: 'running' },
    stopped: { in: ['running', 'paused'], to: 'stopped' },
    'pump-read': { in: ['running', 'paused', 'stopped', 'recovering', 'left'] },
    'waste-reading': { in: wasted },
    wasted: { in: wasted },
    recovering: { in: ['stopped'], to: 'recovering' },
  },
  gates: {
    'draw-up': [...person, ...screened, 'pressure', 'marks-answered'],
    start: [...person, 'what-hangs', 'two-people', ...screened, ...onThePump],
    resume: ['order-valid', 'within-order', 'consent', ...onThePump],
    raise: ['order-valid', 'within-order', 'consent', ...onThePump],
    waste: ['pump-total'],
    discharge: [
      'stay',
      'signs',
      'pulse',
      'spo2',
      'dissociation',
      'walks',
      'mood',
      'escort',
      'instructions',
      'adverse-effects',
      'recovery-score',
      'marks-answered',
      'pump-total',
      'book-closed',
      'drugs-settled',
    ],
    'controlled-dose': ['order-valid', 'spo2', 'sedation', 'dose-line', 'dose-spacing', 'dose-allergies'],
  },
  ahead: {
    arrived: 'draw-up',
    cleared: 'draw-up',
    'drawn up': 'start',
    checked: 'start',
    running: 'raise',
    paused: 'resume',
    stopped: 'discharge',
    recovering: 'discharge',
    // Who has left keeps the gates as they stood then.
    left: 'discharge',
  },
  due: ['vitals', 'scores', 'second person', 'home check'],
  isInBook: true,
  isSedating: true,
  regimen: regimenGiven,
  given: (visit, asOf) => {
    const amounts = amountsAt(visit, asOf)
    return amounts && { value: amounts.givenMg, unit: 'mg' }
  },
})

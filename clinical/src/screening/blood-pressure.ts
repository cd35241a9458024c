import { caution, clear, defer, defineRule, exclude } from '../rule.ts'
import { saying } from '../words/saying.ts'

/** The number that drives it. */
type High = { systolic: number } | { diastolic: number }
const shown = (high: High) => ('systolic' in high ? `Systolic ${high.systolic} mmHg` : `Diastolic ${high.diastolic} mmHg`)

const says = {
  'not-today': (high: High) => `${shown(high)}: not today`,
  'on-repeat': (high: High) => `${shown(high)} on repeat: treat, then screen again`,
  'rest-first': (high: High) => `${shown(high)}: let the patient rest, then repeat it`,
  'watch-rise': (high: High) => `${shown(high)}: watch the rise that ketamine brings`,
} as const
const said = saying(says)

export const bloodPressure = defineRule({
  id: 'blood-pressure',
  covers: ['S09', 'S10', 'S11'],
  title: 'Blood pressure is under control before an infusion',
  source: 'esketamine label (weigh a delay over 140/90); 160/100, 180/110 and the age of a reading are policy',
  basis: 'proposed',
  severity: 'exclude',
  when: ['screening', 'plan', 'check-in', 'start'],
  reads: ['systolic', 'diastolic'],
  mayRead: ['bloodPressureRepeated'],
  holdsDays: {
    screening: { systolic: 30, diastolic: 30, bloodPressureRepeated: 30 },
    plan: { systolic: 30, diastolic: 30, bloodPressureRepeated: 30 },
    'check-in': { systolic: 0, diastolic: 0, bloodPressureRepeated: 0 },
    start: { systolic: 0, diastolic: 0, bloodPressureRepeated: 0 },
  },
  says,
  check: ({ systolic, diastolic, bloodPressureRepeated }) => {
    const high = (isUpper: boolean): High => (isUpper ? { systolic } : { diastolic })
    if (systolic >= 180 || diastolic >= 110) return exclude(said('not-today', high(systolic >= 180)))
    if (systolic >= 160 || diastolic >= 100)
      return bloodPressureRepeated === 'yes'
        ? defer(said('on-repeat', high(systolic >= 160)))
        : caution(said('rest-first', high(systolic >= 160)))
    if (systolic > 140 || diastolic > 90) return caution(said('watch-rise', high(systolic > 140)))
    return clear
  },
  clearsWhen: 'A reading of 140/90 mmHg or less; below 160/100 it is a caution',
  examples: [
    [{ systolic: 140, diastolic: 90 }, 'clear'],
    [{ systolic: 141, diastolic: 90 }, 'caution'],
    [{ systolic: 140, diastolic: 91 }, 'caution'],
    [{ systolic: 159, diastolic: 99, bloodPressureRepeated: 'yes' }, 'caution'],
    [{ systolic: 160, diastolic: 82 }, 'caution'],
    [{ systolic: 160, diastolic: 82, bloodPressureRepeated: 'yes' }, 'defer'],
    [{ systolic: 128, diastolic: 100, bloodPressureRepeated: 'yes' }, 'defer'],
    [{ systolic: 179, diastolic: 109, bloodPressureRepeated: 'yes' }, 'defer'],
    [{ systolic: 180, diastolic: 80 }, 'exclude'],
    [{ systolic: 128, diastolic: 110 }, 'exclude'],
  ],
})

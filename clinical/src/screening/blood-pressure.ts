import { caution, clear, defer, defineRule, exclude } from '../rule.ts'

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
  check: ({ systolic, diastolic, bloodPressureRepeated }) => {
    const driver = (high: boolean) => (high ? `Systolic ${systolic} mmHg` : `Diastolic ${diastolic} mmHg`)
    if (systolic >= 180 || diastolic >= 110) return exclude(`${driver(systolic >= 180)}: not today`)
    if (systolic >= 160 || diastolic >= 100) {
      const shown = driver(systolic >= 160)
      return bloodPressureRepeated === 'yes'
        ? defer(`${shown} on repeat: treat, then screen again`)
        : caution(`${shown}: let the patient rest, then repeat it`)
    }
    if (systolic > 140 || diastolic > 90) return caution(`${driver(systolic > 140)}: watch the rise that ketamine brings`)
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

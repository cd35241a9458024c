import { clear, defineRule, exclude } from '../rule.ts'
import { saying } from '../words/saying.ts'

const says = {
  angina: 'Unstable angina',
  'heart-event': 'A heart attack or heart procedure within six months',
  failure: 'Heart failure that is not controlled',
  valve: 'Severe valve disease',
} as const
const said = saying(says)

export const heartDisease = defineRule({
  id: 'heart-disease',
  covers: ['S12'],
  title: 'No unstable or recent heart disease',
  source:
    'Cohen et al. Reg Anesth Pain Med 2018;43:521–546 (poorly controlled disease: do not use; grade B); six months is policy',
  basis: 'proposed',
  severity: 'exclude',
  when: ['screening', 'plan', 'start'],
  reads: ['unstableAngina', 'recentHeartEvent', 'failingHeart', 'severeValveDisease'],
  says,
  check: ({ unstableAngina, recentHeartEvent, failingHeart, severeValveDisease }) => {
    if (unstableAngina === 'yes') return exclude(said('angina'), { overridable: true })
    if (recentHeartEvent === 'yes') return exclude(said('heart-event'), { overridable: true })
    if (failingHeart === 'yes') return exclude(said('failure'), { overridable: true })
    if (severeValveDisease === 'yes') return exclude(said('valve'), { overridable: true })
    return clear
  },
  clearsWhen: 'A cardiologist finds the heart stable, or six months have passed',
  examples: [
    [{ unstableAngina: 'no', recentHeartEvent: 'no', failingHeart: 'no', severeValveDisease: 'no' }, 'clear'],
    [{ unstableAngina: 'yes', recentHeartEvent: 'no', failingHeart: 'no', severeValveDisease: 'no' }, 'exclude'],
    [{ unstableAngina: 'no', recentHeartEvent: 'yes', failingHeart: 'no', severeValveDisease: 'no' }, 'exclude'],
    [{ unstableAngina: 'no', recentHeartEvent: 'no', failingHeart: 'yes', severeValveDisease: 'no' }, 'exclude'],
    [{ unstableAngina: 'no', recentHeartEvent: 'no', failingHeart: 'no', severeValveDisease: 'yes' }, 'exclude'],
  ],
})

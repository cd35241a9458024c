import { clear, defineRule, exclude } from '../rule.ts'
import { saying } from '../words/saying.ts'

const says = {
  raised: 'Raised intracranial pressure, a mass or hydrocephalus',
} as const
const said = saying(says)

export const brainPressure = defineRule({
  id: 'brain-pressure',
  covers: ['S16'],
  title: 'No raised intracranial pressure',
  source: 'Cohen et al. Reg Anesth Pain Med 2018;43:521–546 (avoid, or low dose with extreme caution; grade C)',
  basis: 'source',
  severity: 'exclude',
  when: ['screening', 'plan', 'start'],
  reads: ['raisedBrainPressure'],
  says,
  check: ({ raisedBrainPressure }) => (raisedBrainPressure === 'yes' ? exclude(said('raised'), { overridable: true }) : clear),
  clearsWhen: 'A neurologist finds the pressure normal',
  examples: [
    [{ raisedBrainPressure: 'no' }, 'clear'],
    [{ raisedBrainPressure: 'yes' }, 'exclude'],
  ],
})

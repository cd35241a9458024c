import { clearWith, defineRule, inform } from '../rule.ts'
import { saying } from '../words/saying.ts'

const says = {
  crps: 'CRPS: grade B, low to moderate certainty, up to twelve weeks',
  'spinal-cord-injury': 'Spinal cord injury: grade C, low certainty, short term only',
  other: 'Weak or no evidence for this condition (grade D, low certainty); none beyond the short term',
} as const
const said = saying(says)

export const painCondition = defineRule({
  id: 'pain-condition',
  covers: ['S42'],
  title: 'Evidence for this pain condition',
  source: 'Cohen et al. Reg Anesth Pain Med 2018;43:521–546',
  basis: 'source',
  severity: 'inform',
  when: ['screening', 'plan'],
  for: 'pain',
  reads: ['painCondition'],
  says,
  check: ({ painCondition }) => {
    if (painCondition === 'crps') return clearWith(said('crps'))
    if (painCondition === 'spinal-cord-injury') return clearWith(said('spinal-cord-injury'))
    return inform(said('other'))
  },
  clearsWhen: 'Nothing to clear: the grade of evidence is shown and talked over',
  examples: [
    [{ painCondition: 'crps' }, 'clear'],
    [{ painCondition: 'spinal-cord-injury' }, 'clear'],
    [{ painCondition: 'fibromyalgia' }, 'inform'],
    [{ painCondition: 'other' }, 'inform'],
  ],
})

import { clearWith, defineRule, inform } from '../rule.ts'

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
  check: ({ painCondition }) => {
    if (painCondition === 'crps') return clearWith('CRPS: grade B, low to moderate certainty, up to twelve weeks')
    if (painCondition === 'spinal-cord-injury') return clearWith('Spinal cord injury: grade C, low certainty, short term only')
    return inform('Weak or no evidence for this condition (grade D, low certainty); none beyond the short term')
  },
  clearsWhen: 'Nothing to clear: the grade of evidence is shown and talked over',
  examples: [
    [{ painCondition: 'crps' }, 'clear'],
    [{ painCondition: 'spinal-cord-injury' }, 'clear'],
    [{ painCondition: 'fibromyalgia' }, 'inform'],
    [{ painCondition: 'other' }, 'inform'],
  ],
})

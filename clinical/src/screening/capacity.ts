import { clear, defineRule, exclude } from '../rule.ts'
import { saying } from '../words/saying.ts'

const says = {
  confusion: 'Dementia, or a delirium now',
  'no-consent': 'Cannot give consent at present',
} as const
const said = saying(says)

export const capacity = defineRule({
  id: 'capacity',
  covers: ['S29'],
  title: 'Can understand the treatment and decide about it',
  source: 'VA eligibility practice, seen in a digest: dementia and delirium excluded',
  basis: 'proposed',
  severity: 'exclude',
  when: ['screening', 'plan', 'start'],
  reads: ['confusion', 'decidesForSelf'],
  says,
  check: ({ confusion, decidesForSelf }) => {
    if (confusion === 'yes') return exclude(said('confusion'))
    if (decidesForSelf === 'no') return exclude(said('no-consent'))
    return clear
  },
  clearsWhen: 'The delirium is over, or a clinician finds and records capacity',
  examples: [
    [{ confusion: 'no', decidesForSelf: 'yes' }, 'clear'],
    [{ confusion: 'yes', decidesForSelf: 'yes' }, 'exclude'],
    [{ confusion: 'no', decidesForSelf: 'no' }, 'exclude'],
  ],
})

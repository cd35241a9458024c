import { clear, defineRule, exclude } from '../rule.ts'
import { saying } from '../words/saying.ts'

const says = {
  active: 'A substance use disorder is active',
  misuse: 'Ketamine has been misused',
} as const
const said = saying(says)

export const substanceUse = defineRule({
  id: 'substance-use',
  covers: ['S21'],
  title: 'No active substance use disorder, no misuse of ketamine',
  source: 'Cohen et al. Reg Anesth Pain Med 2018;43:521–546 (active misuse: no serial infusions; grade C)',
  basis: 'source',
  severity: 'exclude',
  when: ['screening', 'plan', 'start'],
  reads: ['activeSubstanceUse', 'ketamineMisuse'],
  says,
  check: ({ activeSubstanceUse, ketamineMisuse }) => {
    if (activeSubstanceUse === 'yes') return exclude(said('active'), { overridable: true })
    if (ketamineMisuse === 'yes') return exclude(said('misuse'), { overridable: true })
    return clear
  },
  clearsWhen: 'Remission confirmed by an addiction clinician',
  examples: [
    [{ activeSubstanceUse: 'no', ketamineMisuse: 'no' }, 'clear'],
    [{ activeSubstanceUse: 'yes', ketamineMisuse: 'no' }, 'exclude'],
    [{ activeSubstanceUse: 'no', ketamineMisuse: 'yes' }, 'exclude'],
  ],
})

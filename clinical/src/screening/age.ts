import { yearsOn } from '../chart/age.ts'
import { clear, defineRule, exclude } from '../rule.ts'
import { saying } from '../words/saying.ts'

const says = {
  minor: ({ years }: { years: number }) => `${years} years old: under 18`,
} as const
const said = saying(says)

export const age = defineRule({
  id: 'age',
  covers: ['S02'],
  title: 'Eighteen or older',
  source: 'clinic policy: no evidence for infusions of this kind in minors',
  basis: 'proposed',
  severity: 'exclude',
  when: ['screening', 'plan', 'start'],
  reads: ['dateOfBirth'],
  says,
  check: ({ dateOfBirth }, { today }) => {
    const years = yearsOn(dateOfBirth, today.toString())
    return years < 18 ? exclude(said('minor', { years: Math.max(0, years) })) : clear
  },
  clearsWhen: 'The eighteenth birthday, or a corrected date of birth',
  examples: [
    [{ dateOfBirth: '2008-11-22' }, 'clear', '2026-11-22'],
    [{ dateOfBirth: '2008-11-23' }, 'exclude', '2026-11-22'],
    [{ dateOfBirth: '2027-01-01' }, 'exclude', '2026-11-22'],
  ],
})

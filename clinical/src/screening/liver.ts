import { clear, defer, defineRule, exclude } from '../rule.ts'
import { saying } from '../words/saying.ts'

const says = {
  'class-c': 'Child–Pugh class C: ketamine is cleared too slowly',
  'class-b': 'Child–Pugh class B: liver tests and a plan to watch them first',
} as const
const said = saying(says)

export const liver = defineRule({
  id: 'liver',
  covers: ['S18'],
  title: 'The liver can clear ketamine',
  source: 'Cohen et al. Reg Anesth Pain Med 2018;43:521–546 (severe: avoid; moderate: caution with monitoring; grade C)',
  basis: 'proposed',
  severity: 'exclude',
  when: ['screening', 'plan', 'start'],
  reads: ['liver'],
  says,
  check: ({ liver }) => {
    if (liver === 'c') return exclude(said('class-c'))
    if (liver === 'b') return defer(said('class-b'))
    return clear
  },
  clearsWhen: 'Class A or better; class B with a monitoring plan after a new screening',
  examples: [
    [{ liver: 'none' }, 'clear'],
    [{ liver: 'a' }, 'clear'],
    [{ liver: 'b' }, 'defer'],
    [{ liver: 'c' }, 'exclude'],
  ],
})

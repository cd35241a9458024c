import { clear, defer, defineRule, exclude } from '../rule.ts'
import { saying } from '../words/saying.ts'

const says = {
  positive: 'The pregnancy test is positive',
  pregnant: 'Pregnant',
  'no-test': 'No pregnancy test within seven days',
} as const
const said = saying(says)

export const pregnancy = defineRule({
  id: 'pregnancy',
  covers: ['S03', 'S04'],
  title: 'No pregnancy',
  source: 'Cohen et al. Reg Anesth Pain Med 2018;43:521–546 (avoid in pregnancy); the seven days of a test are policy',
  basis: 'proposed',
  severity: 'exclude',
  when: ['screening', 'plan', 'check-in', 'start'],
  reads: ['pregnancy'],
  mayRead: ['pregnancyTest'],
  holdsDays: {
    screening: { pregnancyTest: 7 },
    plan: { pregnancyTest: 7 },
    'check-in': { pregnancyTest: 7 },
    start: { pregnancyTest: 7 },
  },
  says,
  check: ({ pregnancy, pregnancyTest }) => {
    if (pregnancyTest === 'positive') return exclude(said('positive'))
    if (pregnancy === 'pregnant') return exclude(said('pregnant'))
    if (pregnancy === 'not-pregnant' && pregnancyTest === undefined) return defer(said('no-test'))
    return clear
  },
  clearsWhen: 'A negative test within the last seven days; after a pregnancy, a new screening',
  examples: [
    [{ pregnancy: 'not-possible' }, 'clear'],
    [{ pregnancy: 'not-pregnant', pregnancyTest: 'negative' }, 'clear'],
    [{ pregnancy: 'not-pregnant' }, 'defer'],
    [{ pregnancy: 'pregnant', pregnancyTest: 'negative' }, 'exclude'],
    [{ pregnancy: 'not-pregnant', pregnancyTest: 'positive' }, 'exclude'],
    [{ pregnancy: 'not-possible', pregnancyTest: 'positive' }, 'exclude'],
  ],
})

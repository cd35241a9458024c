import { clear, defer, defineRule, exclude } from '../rule.ts'

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
  check: ({ pregnancy, pregnancyTest }) => {
    if (pregnancyTest === 'positive') return exclude('The pregnancy test is positive')
    if (pregnancy === 'pregnant') return exclude('Pregnant')
    if (pregnancy === 'not-pregnant' && pregnancyTest === undefined) return defer('No pregnancy test within seven days')
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

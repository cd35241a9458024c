import { defineVisitGate, isPumpOrder, met, notMet } from '../visit/gate.ts'
import { newestEntered } from '../visit/infusion.ts'
import { openMarks } from '../visit/judge-visit.ts'
import type { Said } from '../words/said.ts'
import { saying, sayWithin } from '../words/saying.ts'

const says = {
  none: 'none open',
  open: ({ title, reading }: { title: string; reading: Said }) => `${title}: ${sayWithin(reading)}`,
  answer: 'it is answered, with what was done',
} as const
const said = saying(says)

export const marksAnswered = defineVisitGate({
  id: 'marks-answered',
  title: 'Policy alerts answered',
  asks: 'Each value that calls for a call or a stop is answered: by whom, and what was done',
  source: 'clinical reference 9.3: acknowledgement needs name and action',
  basis: 'proposed',
  overridable: true,
  says,
  check: ({ visit, order }, asOf) => {
    const open = openMarks(visit, isPumpOrder(order) ? order : null, asOf).filter(({ level }) => level !== 'advise')
    const newest = newestEntered(
      visit,
      open.map(({ eventId }) => eventId),
    )
    const last = open.find(({ eventId }) => eventId === newest?.id)
    if (!last) return met({ value: said('none') })
    return notMet(said('answer'), 'acknowledge', {
      value: said('open', { title: last.title, reading: last.reading }),
      at: last.at,
    })
  },
  examples: [
    [{}, 'met'],
    [{ act: 'raise', log: [[5, { kind: 'pump-found', rateMlPerHour: '200', note: null }]] }, 'not-met'],
    [{ act: 'raise', log: [[5, { kind: 'pump-found', rateMlPerHour: '150', note: null }]] }, 'met'],
    [{ log: [[20, { kind: 'vitals', systolic: 205, diastolic: 95, pulse: 72, spo2: 98, resp: 14 }]] }, 'not-met'],
    [{ log: [[20, { kind: 'vitals', systolic: 155, diastolic: 95, pulse: 72, spo2: 98, resp: 14 }]] }, 'met'],
    [
      {
        log: [
          [20, { kind: 'vitals', systolic: 205, diastolic: 95, pulse: 72, spo2: 98, resp: 14 }, 'heron', 'high'],
          [19, { kind: 'note', text: 'Prescriber called', about: 'high' }],
        ],
      },
      'met',
    ],
  ],
})

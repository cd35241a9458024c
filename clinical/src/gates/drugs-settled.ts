import { openDrugTasks } from '../visit/drug-tasks.ts'
import { defineVisitGate, met, notMet } from '../visit/gate.ts'
import { newestEntered } from '../visit/infusion.ts'
import type { EventBody } from '../visit/infusion-events.ts'
import { saying } from '../words/saying.ts'

const emergency: EventBody = {
  kind: 'drug-given',
  drug: 'midazolam',
  drugId: 'midazolam',
  amount: '2',
  unit: 'mg',
  route: 'IV',
  reason: 'pulled at the line',
  how: 'emergency',
  lineId: null,
  vialId: null,
  allergiesRead: [],
}
const settled = (task: 'vial' | 'second person' | 'order') =>
  ({ kind: 'drug-settled', about: 'emergency', task, note: 'done' }) as const

const says = {
  none: 'nothing open',
  open: ({ tasks }: { tasks: readonly { drug: string; task: string }[] }) =>
    tasks.map(({ drug, task }) => `${drug}: ${task}`).join('; '),
  close: 'each open task for an emergency dose is closed',
} as const
const said = saying(says)

export const drugsSettled = defineVisitGate({
  id: 'drugs-settled',
  title: 'Emergency doses documented',
  asks: 'Vial, second person and order for every emergency dose',
  source: 'the issue on doors; clinical reference 7.1',
  basis: 'proposed',
  overridable: true,
  says,
  check: ({ visit }) => {
    const open = openDrugTasks(visit)
    if (open.length === 0) return met({ value: said('none') })
    const tasks = open.map(({ drug, task }) => ({ drug, task }))
    const newest = newestEntered(
      visit,
      open.map(({ eventId }) => eventId),
    )
    return notMet(said('close'), 'settle-drugs', { value: said('open', { tasks }), at: newest?.at ?? null })
  },
  examples: [
    [{ act: 'discharge' }, 'met'],
    [{ act: 'discharge', log: [[100, emergency, 'heron', 'emergency']] }, 'not-met'],
    [
      {
        act: 'discharge',
        log: [
          [100, emergency, 'heron', 'emergency'],
          [50, settled('vial'), 'heron', 's1'],
          [50, settled('second person'), 'heron', 's2'],
        ],
      },
      'not-met',
    ],
    [
      {
        act: 'discharge',
        log: [
          [100, emergency, 'heron', 'emergency'],
          [50, settled('vial'), 'heron', 's1'],
          [50, settled('second person'), 'heron', 's2'],
          [49, settled('order'), 'heron', 's3'],
        ],
      },
      'met',
    ],
  ],
})

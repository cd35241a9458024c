import type { LineTakes, LineTerms, ShippedLine } from './line.ts'

const usual: Omit<LineTerms, 'bookedBy' | 'protocolIds' | 'holds'> = {
  words: null,
  minutes: null,
  priceUsd: null,
  cancelHours: null,
  cancelFeeUsd: null,
  clinicianIds: null,
  chairIds: null,
  states: null,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
}

const chair = (id: string, protocolIds: readonly string[]): ShippedLine => ({
  ...usual,
  id,
  takes: 'infusion',
  minutesFrom: null,
  holds: ['consult', 'drug', 'supplies', 'nurse', 'monitoring', 'rest'],
  bookedBy: 'staff',
  protocolIds,
})

/** The lines that every clinic begins with, in their order. Their prices are the clinic's to set; how long each takes, its policy or its order says. */
export const shippedLines: readonly ShippedLine[] = [
  {
    ...usual,
    id: 'free-call',
    takes: 'call',
    minutesFrom: 'callMinutes',
    priceUsd: '0',
    holds: ['consult'],
    bookedBy: 'public',
    protocolIds: [],
  },
  {
    ...usual,
    id: 'evaluation',
    takes: 'evaluation',
    minutesFrom: 'evaluationMinutes',
    holds: ['consult'],
    bookedBy: 'staff',
    protocolIds: [],
  },
  chair('pain-infusion', ['crps-outpatient-ten-day']),
  chair('depression-infusion', ['depression-six-infusions']),
  chair('hydration', ['hydration-saline', 'hydration-ringers']),
]

/** The shipped line of that id, or null. */
export const shippedLineOf = (id: string): ShippedLine | null => shippedLines.find((each) => each.id === id) ?? null

const byKind: Readonly<Record<LineTakes, string | null>> = { call: 'free-call', evaluation: 'evaluation', infusion: null }

/** Under which line an appointment stands that says none: it was kept before lines were; null where only its order could say. */
export const lineOfKind = (kind: LineTakes): string | null => byKind[kind]

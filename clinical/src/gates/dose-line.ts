import { exampleDose, givenAgo } from '../dose/dose-example.ts'
import { defineGate } from '../visit/gate.ts'
import { doseGate, doseGateWords } from '../visit/gate-dose.ts'

const says = {
  ...doseGateWords,
  fine: 'within the line',
} as const

export const doseLine = defineGate({
  id: 'dose-line',
  title: 'Signed as-needed line',
  asks: 'This drug, at the dose and spacing of the line',
  source: 'the issue on doors; a controlled drug is given by a prescriber’s order, 21 CFR 1306',
  basis: 'proposed',
  says,
  check: (facts) => doseGate(facts, ['line', 'count', 'highest', 'reason'], 'ask-prescriber'),
  examples: [
    [{ act: 'controlled-dose', facts: { dose: exampleDose() } }, 'met'],
    [{ act: 'controlled-dose' }, 'unknown'],
    [{ act: 'controlled-dose', facts: { dose: exampleDose({ lineId: null }) } }, 'not-met'],
    [{ act: 'controlled-dose', facts: { dose: exampleDose({ mg: '10' }) } }, 'not-met'],
    [{ act: 'controlled-dose', facts: { dose: exampleDose({}, { given: [givenAgo(90), givenAgo(45)] }) } }, 'not-met'],
  ],
})

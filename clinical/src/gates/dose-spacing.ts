import { exampleDose, givenAgo } from '../dose/dose-example.ts'
import { defineGate } from '../visit/gate.ts'
import { doseGate, doseGateWords } from '../visit/gate-dose.ts'

const says = {
  ...doseGateWords,
  fine: 'long enough ago',
} as const

export const doseSpacing = defineGate({
  id: 'dose-spacing',
  title: 'Time since the last dose',
  asks: 'The minutes the line requires, no matter who gave the last dose',
  source: 'the signed line; policy',
  basis: 'proposed',
  says,
  check: (facts) => doseGate(facts, ['spacing'], 'wait'),
  examples: [
    [{ act: 'controlled-dose', facts: { dose: exampleDose() } }, 'met'],
    [{ act: 'controlled-dose', facts: { dose: exampleDose({}, { given: [givenAgo(20)] }) } }, 'met'],
    [{ act: 'controlled-dose', facts: { dose: exampleDose({}, { given: [givenAgo(19)] }) } }, 'not-met'],
    [{ act: 'controlled-dose', facts: { dose: exampleDose({}, { given: [givenAgo(19, null)] }) } }, 'not-met'],
  ],
})

import { exampleDose, givenAgo } from '../dose/dose-example.ts'
import { defineGate } from '../visit/gate.ts'
import { doseGate } from '../visit/gate-dose.ts'

export const doseSpacing = defineGate({
  id: 'dose-spacing',
  title: 'Time since the last dose',
  asks: 'The minutes the line requires, no matter who gave the last dose',
  source: 'the signed line; policy',
  basis: 'proposed',
  check: (facts) => doseGate(facts, ['spacing'], 'wait', 'long enough ago'),
  examples: [
    [{ act: 'controlled-dose', facts: { dose: exampleDose() } }, 'met'],
    [{ act: 'controlled-dose', facts: { dose: exampleDose({}, { given: [givenAgo(20)] }) } }, 'met'],
    [{ act: 'controlled-dose', facts: { dose: exampleDose({}, { given: [givenAgo(19)] }) } }, 'not-met'],
    [{ act: 'controlled-dose', facts: { dose: exampleDose({}, { given: [givenAgo(19, null)] }) } }, 'not-met'],
  ],
})

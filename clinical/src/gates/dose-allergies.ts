import { exampleDose } from '../dose/dose-example.ts'
import { defineGate } from '../visit/gate.ts'
import { doseGate, doseGateWords } from '../visit/gate-dose.ts'

const told = (text: string) => exampleDose({}, { allergies: [{ kind: 'allergy', text }] })

const says = {
  ...doseGateWords,
  fine: 'none shared',
} as const

export const doseAllergies = defineGate({
  id: 'dose-allergies',
  title: 'Allergies',
  asks: 'Asked, and none that cross-reacts with this drug',
  source: 'clinical reference 9.1; cross-reactions are proposed',
  basis: 'proposed',
  says,
  check: (facts) => doseGate(facts, ['allergy', 'allergies-not-asked', 'allergies-unread'], 'ask-prescriber'),
  examples: [
    [{ act: 'controlled-dose', facts: { dose: exampleDose() } }, 'met'],
    [{ act: 'controlled-dose', facts: { dose: exampleDose({}, { allergies: [] }) } }, 'not-met'],
    [{ act: 'controlled-dose', facts: { dose: told('Valium, hives') } }, 'not-met'],
    [{ act: 'controlled-dose', facts: { dose: told('latex') } }, 'met'],
    [{ act: 'controlled-dose', facts: { dose: told('somethingazole') } }, 'not-met'],
  ],
})

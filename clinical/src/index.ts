export { units } from '@dripline/engine'
export * from './age.ts'
export * from './allergy.ts'
export * from './as-needed.ts'
export type { Dated } from './baseline.ts'
export * from './call-next.ts'
export * from './call-script.ts'
export * from './chair-dose.ts'
export * from './chair-drugs.ts'
export * from './chart.ts'
export * from './claim.ts'
export * from './clinical-defaults.ts'
export * from './consent.ts'
export type { DefaultValue } from './default-values.ts'
export * from './definitions.ts'
export * from './dose.ts'
export { type DoseLimits, doseLimits } from './dose-limits.ts'
export * from './dose-words.ts'
export { dosingWeight, idealKg, percentFromIdeal } from './dosing-weight.ts'
export * from './drug.ts'
export { type DrugFamily, drugFamilies } from './drug-families.ts'
export * from './drug-list.ts'
export * from './drug-tasks.ts'
export * from './due.ts'
export { Exact, exact, parseExact, plain } from './exact.ts'
export * from './finding-acts.ts'
export * from './frozen-curve.ts'
export {
  type Checked,
  type ClearingAct,
  type Gate,
  type GatedAct,
  type GateFacts,
  type GateState,
  gatedActs,
  type InfusionBefore,
  type OrderFacts,
} from './gate.ts'
export { type GatePolicy, gatePolicyOf } from './gate-policy.ts'
export * from './gates.ts'
export { givenMg, infusedMl, type Run } from './given.ts'
export { type DoseHistory, doseHistory } from './given-before.ts'
export * from './improbable.ts'
export * from './infusion.ts'
export * from './infusion-amounts.ts'
export type { CheckStanding } from './infusion-check.ts'
export * from './infusion-events.ts'
export { type ChartedSign, latestReadings, type Reading } from './infusion-latest.ts'
export { isLate, type LogEntry } from './infusion-order.ts'
export type { Segment } from './infusion-segments.ts'
export { may, type SessionState, type Standing, sessionStates } from './infusion-states.ts'
export * from './judge.ts'
export * from './judge-visit.ts'
export { carryOn, type KeptVisit, keepVisit, mayAppendTo } from './kept-visit.ts'
export * from './ledger.ts'
export { addDays, beginningOf, dateOf, daysBetween, hourOn } from './local-day.ts'
export { type NextStep, nextForPerson, type PersonFacts } from './next-for-person.ts'
export * from './order-choice.ts'
export * from './order-curve.ts'
export * from './outcomes-table.ts'
export * from './override.ts'
export * from './patient-words.ts'
export * from './phq-9-total.ts'
export * from './policies.ts'
export { type Policy, type PolicyValue, shownValue, type Values, whyNotSet } from './policy.ts'
export * from './problem.ts'
export * from './protocol.ts'
export * from './published-advice.ts'
export * from './quantity.ts'
export * from './question.ts'
export * from './questionnaire.ts'
export * from './questions.ts'
export { gradeOf } from './reading-grade.ts'
export * from './receipt.ts'
export { type RecoveryScale, recoveryScores, recoveryTotal } from './recovery-score.ts'
export * from './responder.ts'
export * from './rights.ts'
export * from './rule.ts'
export { safetyToday } from './safety-answers.ts'
export { isSameName, nameParts } from './same-name.ts'
export * from './schedule.ts'
export * from './screen.ts'
export * from './screening-table.ts'
export { isOneSlip, readSearch, type SearchText, type SearchToken } from './search-text.ts'
export * from './second-check.ts'
export * from './shapes.ts'
export * from './slots.ts'
export * from './take-back.ts'
export {
  type AlertLevel,
  alertLevels,
  type Charted,
  type History,
  type Judgement,
  type Signs,
  type Symptom,
  symptoms,
  type Threshold,
} from './threshold.ts'
export * from './us-states.ts'
export * from './visit-curve.ts'
export * from './visit-next.ts'
export * from './waste-check.ts'
export * from './wilson.ts'

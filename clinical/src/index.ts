export * from './chart.ts'
export * from './claim.ts'
export * from './clinical-defaults.ts'
export * from './consent.ts'
export * from './definitions.ts'
export * from './discharge.ts'
export * from './dose.ts'
export { doseLimits } from './dose-limits.ts'
export { changedSinceSigned, type DoseChange } from './dose-recheck.ts'
export * from './dose-words.ts'
export { dosingWeight, idealKg, percentFromIdeal } from './dosing-weight.ts'
export * from './due.ts'
export { Exact, exact, parseExact, plain } from './exact.ts'
export { givenMg, infusedMl, type Run, toWasteMg } from './given.ts'
export * from './infusion.ts'
export * from './infusion-amounts.ts'
export type { CheckStanding } from './infusion-check.ts'
export * from './infusion-events.ts'
export { type ChartedSign, latestReadings, type Reading } from './infusion-latest.ts'
export { isLate, type LogEntry, lateEntryMinutes } from './infusion-order.ts'
export type { Segment } from './infusion-segments.ts'
export { may, type SessionState, type Standing, sessionStates } from './infusion-states.ts'
export * from './judge.ts'
export * from './judge-visit.ts'
export * from './order-curve.ts'
export * from './patient-words.ts'
export * from './phq-9-total.ts'
export * from './problem.ts'
export * from './protocol.ts'
export * from './published-advice.ts'
export * from './quantity.ts'
export * from './question.ts'
export * from './questionnaire.ts'
export * from './questions.ts'
export { gradeOf } from './reading-grade.ts'
export { type RecoveryScale, recoveryScores, recoveryTotal } from './recovery-score.ts'
export * from './rule.ts'
export * from './screen.ts'
export * from './screening-table.ts'
export * from './slots.ts'
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

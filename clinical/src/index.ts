export { units } from '@dripline/engine'
export type { Basis } from './basis.ts'
export { addDays, beginningOf, dateOf, daysBetween, hourOn } from './calendar/local-day.ts'
export { mondayOf } from './calendar/monday-of.ts'
export * from './calendar/slots.ts'
export * from './calendar/starts.ts'
export * from './calendar/waiting.ts'
export * from './chart/age.ts'
export * from './chart/allergy.ts'
export type { Dated } from './chart/baseline.ts'
export * from './chart/call-next.ts'
export * from './chart/call-script.ts'
export * from './chart/chart.ts'
export * from './chart/chart-answers.ts'
export * from './chart/claim.ts'
export * from './chart/consent.ts'
export * from './chart/identifiers.ts'
export * from './chart/improbable.ts'
export * from './chart/judge.ts'
export { type NextStep, nextForPerson, type PersonFacts } from './chart/next-for-person.ts'
export * from './chart/patient-words.ts'
export * from './chart/question.ts'
export * from './chart/questions.ts'
export { gradeOf } from './chart/reading-grade.ts'
export { isWorry, safetyToday } from './chart/safety-answers.ts'
export { isSameName, nameParts } from './chart/same-name.ts'
export * from './chart/screen.ts'
export * from './chart/screening-table.ts'
export { isOneSlip, readSearch, type SearchText, type SearchToken } from './chart/search-text.ts'
export * from './chart/statement.ts'
export { storedFindings } from './chart/stored-finding.ts'
export * from './chart/us-states.ts'
export * from './clinical-defaults.ts'
export type { CurveInputs, OrderCurve } from './curve/curve-inputs.ts'
export * from './curve/frozen-curve.ts'
export * from './curve/order-curve.ts'
export * from './curve/visit-curve.ts'
export type { DefaultValue } from './default-values.ts'
export * from './definitions.ts'
export * from './dose/as-needed.ts'
export * from './dose/as-needed-choice.ts'
export * from './dose/chair-dose.ts'
export * from './dose/chair-drugs.ts'
export * from './dose/dose.ts'
export { type DoseReading, doseCheck } from './dose/dose-check.ts'
export { type DoseLimits, doseLimits } from './dose/dose-limits.ts'
export * from './dose/dose-words.ts'
export { dosingWeight, idealKg, percentFromIdeal } from './dose/dosing-weight.ts'
export * from './dose/drug.ts'
export { type DrugFamily, drugFamilies } from './dose/drug-families.ts'
export * from './dose/drug-list.ts'
export * from './dose/finding-acts.ts'
export { givenMg, infusedMl, type Run } from './dose/given.ts'
export { type DoseHistory, doseHistory } from './dose/given-before.ts'
export * from './dose/ledger.ts'
export * from './dose/order-choice.ts'
export * from './dose/override.ts'
export * from './dose/protocol.ts'
export * from './dose/published-advice.ts'
export * from './dose/second-check.ts'
export * from './dose/stored-sum.ts'
export * from './dose/waste-check.ts'
export { Exact, exact, parseExact, plain } from './exact.ts'
export * from './keys.ts'
export * from './outcome/outcomes-table.ts'
export * from './outcome/phq-9-total.ts'
export * from './outcome/questionnaire.ts'
export * from './outcome/responder.ts'
export * from './outcome/schedule.ts'
export * from './outcome/wilson.ts'
export * from './patient-texts.ts'
export * from './policies.ts'
export { type Policy, type PolicyValue, shownValue, type Values, whyNotSet } from './policy.ts'
export * from './problem.ts'
export * from './problems.ts'
export * from './quantity.ts'
export * from './rule.ts'
export { definitionSentences, sayAll, sayStaff } from './say.ts'
export * from './service/business-days.ts'
export * from './service/estimate.ts'
export * from './service/line.ts'
export * from './service/shipped-lines.ts'
export * from './shapes.ts'
export {
  type Administration,
  defineAdministration,
  type Given,
  type OwnAct,
  type OwnCheck,
  type OwnOrder,
} from './visit/administration.ts'
export { addAdministration, administrationOf, administrations, mayGive, ownActIn } from './visit/administrations.ts'
export { type ClockStamp, clockShape } from './visit/clock-stamp.ts'
export * from './visit/drug-tasks.ts'
export * from './visit/due.ts'
export { agreedWords, amountIn, type Field, type Fields, linesOf, type Said, shapeOf } from './visit/fields.ts'
export {
  type AnyFacts,
  type Checked,
  type ClearingAct,
  type Gate,
  type GatedAct,
  type GateFacts,
  type GateState,
  gatedActs,
  type InfusionBefore,
  isPumpOrder,
  type OrderFacts,
  type OrderHead,
} from './visit/gate.ts'
export { type GatePolicy, gatePolicyOf } from './visit/gate-policy.ts'
export * from './visit/gates.ts'
export { isLate, type LogEntry } from './visit/happening.ts'
export * from './visit/infusion.ts'
export * from './visit/infusion-amounts.ts'
export type { CheckStanding } from './visit/infusion-check.ts'
export * from './visit/infusion-events.ts'
export { isKind } from './visit/infusion-kind.ts'
export { type ChartedSign, latestReadings, type Reading } from './visit/infusion-latest.ts'
export type { Segment } from './visit/infusion-segments.ts'
export * from './visit/judge-visit.ts'
export { carryOn, type KeptVisit, keepVisit, mayAppendTo } from './visit/kept-visit.ts'
export { actsDone } from './visit/own-acts.ts'
export * from './visit/receipt.ts'
export { type RecoveryScale, recoveryScores, recoveryTotal } from './visit/recovery-score.ts'
export * from './visit/rights.ts'
export * from './visit/stored-event.ts'
export * from './visit/take-back.ts'
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
} from './visit/threshold.ts'
export { type ClockMoved, clockOf, visitTime } from './visit/visit-clock.ts'
export * from './visit/visit-next.ts'
export { may } from './visit/visit-rules.ts'
export { type Gives, gaveBefore, type SessionState, sessionStates, type VisitStatus } from './visit/visit-states.ts'
export { wellPerson } from './well-person.ts'
export { asked, faultSaid } from './words/asked.ts'
export { type FaultSaid, sayFault } from './words/fault-words.ts'
export { asWritten, type Said as SaidAs } from './words/said.ts'
export { openWords, sayWithin } from './words/saying.ts'
export * from './words/staff-when.ts'

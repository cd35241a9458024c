import type { ChartKey } from '../chart/chart.ts'
import { questions } from '../chart/questions.ts'
import { type Finding, needsAcknowledgement, standsInTheWay } from '../chart/screen.ts'

/** What somebody else is asked for so that a finding can clear, by rule; the rule's own *clears when* says why. */
const requests: Readonly<Partial<Record<string, string>>> = {
  aneurysm: 'the imaging report',
  'brain-pressure': 'a neurologist’s letter',
  capacity: 'a capacity assessment',
  'heart-disease': 'a cardiologist’s letter',
  'ketamine-allergy': 'an allergist’s letter',
  liver: 'ALT and AST',
  mania: 'a psychiatrist’s letter',
  pregnancy: 'a pregnancy test',
  psychosis: 'a psychiatrist’s letter',
  'substance-use': 'an addiction clinician’s letter',
}

/**
 * What can be done about a finding where it stands: answer these questions, ask somebody for what clears it, have the consent
 * signed, or say how a caution is met.
 */
export type FindingAct =
  | { kind: 'answer'; keys: ChartKey[] }
  | { kind: 'request'; what: string }
  | { kind: 'consent' }
  | { kind: 'mitigate' }

/** What is asked for so that this finding can clear; null where nothing is, or nothing is in the way. */
export const requestOn = (finding: Pick<Finding, 'rule' | 'level'>): string | null =>
  standsInTheWay(finding) || finding.level === 'unknown' ? (requests[finding.rule] ?? null) : null

const isAsked = (key: ChartKey) => !questions[key].enteredBy.some((by) => by === 'record')

/** The acts on one finding, the likeliest first; none where nothing is to clear. */
export function actsOn(finding: Pick<Finding, 'rule' | 'level' | 'unknown' | 'values'>): FindingAct[] {
  if (!standsInTheWay(finding) && !needsAcknowledgement(finding)) return []
  if (finding.rule === 'consent') return [{ kind: 'consent' }]
  const what = requestOn(finding)
  const open = finding.unknown.map(({ key }) => key).filter(isAsked)
  const read = finding.values.map(({ key }) => key).filter(isAsked)
  const keys = open.length > 0 ? open : finding.level === 'caution' || what !== null ? [] : read
  return [
    ...(keys.length > 0 ? [{ kind: 'answer' as const, keys }] : []),
    ...(what === null ? [] : [{ kind: 'request' as const, what }]),
    ...(finding.level === 'caution' ? [{ kind: 'mitigate' as const }] : []),
  ]
}

import { versionLike } from '../chart/judge-alike.ts'
import type { Finding } from '../chart/screen.ts'
import type { GuardedAct } from '../visit/rights.ts'

/** A decision's overridden rules, and the findings that lay before its signers. */
export type SignedOverrides = { overrides: readonly string[]; findings: readonly Finding[] }

/** The answers a finding rests on, as one text: two findings with the same text say the same of the same person. */
export const answersBehind = ({ values }: Pick<Finding, 'values'>): string =>
  values.map(({ key, value }) => `${key}=${value}`).join('; ')

/** Whether two readings say the same of the same person: else a decision on the first was made on something else. */
export const saySame = (one: readonly Finding[], other: readonly Finding[]): boolean => {
  const gist = (all: readonly Finding[]) =>
    all.map((each) => `${each.rule} ${versionLike(each)} ${each.level} ${unknownBehind(each)} ${answersBehind(each)}`).join('\n')
  return gist(one) === gist(other)
}

const unknownBehind = ({ unknown }: Finding) => unknown.map(({ key, why }) => `${key} ${why}`).join(', ')

/** Whether a signed override still covers a finding: the same rule, judging as it did, resting on the same answers. */
export const isCovered = (finding: Finding, { overrides, findings }: SignedOverrides): boolean =>
  finding.overridable &&
  overrides.includes(finding.rule) &&
  findings.some(
    (before) =>
      before.rule === finding.rule &&
      versionLike(before) === versionLike(finding) &&
      answersBehind(before) === answersBehind(finding),
  )

/** The act a second signer proves themselves for, and what they put their name to: this screening, these rules. */
export const overrideAct = 'override-findings' satisfies GuardedAct
export const overrideFacts = (screeningId: string, rules: readonly string[]) => ({
  screeningId,
  rules: [...rules].sort().join(' '),
})

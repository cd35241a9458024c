import { claims, consents, protocols, questionnaires } from './definitions.ts'
import { thresholds } from './judge.ts'
import type { Basis } from './rule.ts'
import { rules } from './screen.ts'
import { versions as ruleVersions } from './screening/index.ts'

export type DefaultKind = 'rule' | 'protocol' | 'threshold' | 'questionnaire' | 'claim' | 'consent'

/** A clinical default as a prescriber reads and approves it. A new version asks for a new approval. */
export type ClinicalDefault = { id: string; kind: DefaultKind; version: string; title: string; basis: Basis; source: string }

type Listed = Omit<ClinicalDefault, 'kind'>

const listed = (kind: DefaultKind, definitions: readonly Listed[]): ClinicalDefault[] =>
  definitions.map(({ id, version, title, basis, source }) => ({ id, kind, version, title, basis, source }))

const versionedRules = rules.map((rule) => ({ ...rule, version: ruleVersions[rule.id as keyof typeof ruleVersions] }))

/** Everything a prescriber must read and approve before a clinic signs its first plan. */
export const clinicalDefaults: readonly ClinicalDefault[] = [
  ...listed('rule', versionedRules),
  ...listed('protocol', protocols),
  ...listed('threshold', thresholds),
  ...listed('questionnaire', questionnaires),
  ...listed('claim', claims),
  ...listed('consent', consents),
]

/** What is not approved, or was approved in another version. */
export const notYetApproved = (approved: readonly Pick<ClinicalDefault, 'id' | 'kind' | 'version'>[]): ClinicalDefault[] =>
  clinicalDefaults.filter(
    ({ id, kind, version }) => !approved.some((one) => one.id === id && one.kind === kind && one.version === version),
  )

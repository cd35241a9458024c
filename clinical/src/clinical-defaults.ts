import type { Basis } from './basis.ts'
import { type DefaultValue, type Described, valuesOfDefinition } from './default-values.ts'
import { definitionFolders } from './definition-folders.generated.ts'

/** A clinical default as a prescriber reads and approves it. A new version asks for a new approval. */
export type ClinicalDefault = {
  id: string
  /** The folder it stands in, as one of its files: `rule`, `protocol`, `policy`. */
  kind: string
  group: string
  version: string
  title: string
  basis: Basis
  source: string
  values: readonly DefaultValue[]
}

/** What a clinician calls the definitions of a folder, where its own name is not the word. */
const groups: Readonly<Record<string, string>> = {
  screening: 'Screening rules',
  thresholds: 'Vital signs and how long they are good for',
  consents: 'Consent text',
  claims: 'Public claims',
  statements: 'What readers are asked',
}

const kindOf = (folder: string): string => (folder === 'screening' ? 'rule' : folder.replace(/ies$/, 'y').replace(/(?<!s)s$/, ''))

const titleOf = (folder: string): string =>
  groups[folder] ?? folder.charAt(0).toUpperCase() + folder.slice(1).replaceAll('-', ' ')

type Folder = { readonly versions: Readonly<Record<string, string>> } & Readonly<Record<string, unknown>>

function listed(folder: string, { versions, ...byName }: Folder): ClinicalDefault[] {
  return (Object.values(byName) as Described[]).map((definition) => ({
    id: definition.id,
    kind: kindOf(folder),
    group: typeof definition.group === 'string' ? definition.group : titleOf(folder),
    version: versions[definition.id] ?? '',
    title: definition.title,
    basis: definition.basis,
    source: definition.source,
    values: valuesOfDefinition(definition),
  }))
}

/** Everything a prescriber must read and approve before a clinic signs its first plan: every definition of every folder there is. */
export const clinicalDefaults: readonly ClinicalDefault[] = Object.entries(definitionFolders).flatMap(([folder, index]) =>
  listed(folder, index),
)

/** What is not approved, or was approved in another version. */
export const notYetApproved = (approved: readonly Pick<ClinicalDefault, 'id' | 'kind' | 'version'>[]): ClinicalDefault[] =>
  clinicalDefaults.filter(
    ({ id, kind, version }) => !approved.some((one) => one.id === id && one.kind === kind && one.version === version),
  )

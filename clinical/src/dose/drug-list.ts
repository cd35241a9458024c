import * as folder from '../drugs/index.ts'
import { versionOf } from '../keys.ts'
import { type Drug, isNamed } from './drug.ts'

const { versions, ...byName } = folder

/** Every drug that the house knows, each with the version of its definition. */
export const drugs: readonly (Drug & { version: string })[] = Object.values(byName).map((drug: Drug) => ({
  ...drug,
  version: versionOf(versions, drug.id),
}))

/** The drug of that id, or null: a word that is no definition is no drug. */
export const drugOf = (id: string): (Drug & { version: string }) | null => drugs.find((each) => each.id === id) ?? null

/** The drug that a free word names, or null. */
export const drugNamed = (word: string): (Drug & { version: string }) | null => drugs.find((drug) => isNamed(drug, word)) ?? null

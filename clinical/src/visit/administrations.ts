import * as folder from '../administration/index.ts'
import type { Administration } from './administration.ts'

const { versions, ...byName } = folder

/** Every way to give a drug that the house knows, each with the version of its definition. */
export const administrations: readonly (Administration & { version: string })[] = Object.values(byName).map(
  (each: Administration) => ({ ...each, version: versions[each.id as keyof typeof versions] }),
)

/** The administration of that id; null for one that this house does not know: its visits are read, and nothing is done in them. */
export const administrationOf = (id: string): (Administration & { version: string }) | null =>
  administrations.find((each) => each.id === id) ?? null

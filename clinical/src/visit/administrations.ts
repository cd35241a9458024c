import * as folder from '../administration/index.ts'
import type { Administration } from './administration.ts'
import type { SessionState } from './visit-states.ts'

const { versions, ...byName } = folder

type Known = Administration & { version: string }

const known: Known[] = Object.values(byName).map((each: Administration) => ({
  ...each,
  version: versions[each.id as keyof typeof versions],
}))

/** Every way to give a drug that the house knows, each with the version of its definition. */
export const administrations: readonly Known[] = known

/** The administration of that id; null for one that this house does not know: its visits are read, and nothing is done in them. */
export const administrationOf = (id: string): Known | null => known.find((each) => each.id === id) ?? null

/** Makes another way to give a drug known, beside those of the folder: one that a clinic tries before it is shipped. */
export const addAdministration = (added: Administration): void => {
  if (administrationOf(added.id)) throw new TypeError(`There is an administration ${added.id} already.`)
  known.push({ ...added, version: 'added' })
}

/** The act of its own, with its name, that an administration has in a state: the first that may be done then; undefined where none may. */
export const ownActIn = (by: string, state: SessionState) =>
  Object.entries(administrationOf(by)?.acts ?? {}).find(([, act]) => act.in.includes(state))

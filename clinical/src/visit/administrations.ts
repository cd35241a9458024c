import * as folder from '../administration/index.ts'
import { isControlled } from '../dose/drug.ts'
import { drugOf } from '../dose/drug-list.ts'
import { versionOf } from '../keys.ts'
import type { Administration } from './administration.ts'
import type { Gives, SessionState } from './visit-states.ts'

const { versions, ...byName } = folder

type Known = Administration & { version: string }

const known: Known[] = Object.values(byName).map((each: Administration) => ({
  ...each,
  version: versionOf(versions, each.id),
}))

/** Every way to give a drug that the house knows, each with the version of its definition. */
export const administrations: readonly Known[] = known

/** The administration of that id; null for one that this house does not know: its visits are read, and nothing is done in them. */
export const administrationOf = (id: string): Known | null => known.find((each) => each.id === id) ?? null

/** Makes another way to give a drug known, beside those of the folder: one that a clinic tries before it is shipped. */
export const addAdministration = (added: Administration): void => {
  if (administrationOf(added.id)) throw new TypeError(`There is an administration ${added.id} already.`)
  // The log names an act and not its administration.
  const twice = Object.keys(added.acts).find((act) => known.some(({ acts }) => act in acts))
  if (twice !== undefined) throw new TypeError(`There is an act ${twice} already.`)
  known.push({ ...added, version: 'added' })
}

/** Whether a drug may be given by an administration: a controlled one only where orders are screened and every mg stands in the drug book. */
export const mayGive = ({ drug, by }: Gives): boolean => {
  const [known, way] = [drugOf(drug), administrationOf(by)]
  return known !== null && way !== null && (!isControlled(known) || (way.isInBook && way.isScreened))
}

/** The act of its own, with its name, that an administration has in a state: the first that may be done then; undefined where none may. */
export const ownActIn = (by: string, state: SessionState) =>
  Object.entries(administrationOf(by)?.acts ?? {}).find(([, act]) => act.in.includes(state))

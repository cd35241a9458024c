import { type Claim, isInDate } from './chart/claim.ts'
import type { ConsentText } from './chart/consent.ts'
import type { Statement } from './chart/statement.ts'
import * as claimFolder from './claims/index.ts'
import * as consentFolder from './consents/index.ts'
import { type AnyProtocol, isPumped, type OwnProtocol, type Protocol } from './dose/protocol.ts'
import type { Questionnaire } from './outcome/questionnaire.ts'
import * as protocolFolder from './protocols/index.ts'
import * as questionnaireFolder from './questionnaires/index.ts'
import * as statementFolder from './statements/index.ts'

/** A definition with the version of its file. */
export type Versioned<T> = T & { version: string }

/** Every definition of a generated index, each with its version. */
function versioned<T extends { id: string }>({
  versions,
  ...byName
}: { versions: Readonly<Record<string, string>> } & Readonly<Record<string, unknown>>): Versioned<T>[] {
  return (Object.values(byName) as T[]).map((definition) => ({ ...definition, version: versions[definition.id] ?? '' }))
}

export const claims = versioned<Claim>(claimFolder)
const known = versioned<AnyProtocol>(protocolFolder)
/** Every protocol there is, whatever it gives. */
export const anyProtocols: readonly Versioned<AnyProtocol>[] = known
/** Those of an infusion by pump. */
export const protocols: readonly Versioned<Protocol>[] = known.filter((each): each is Versioned<Protocol> => isPumped(each))
export const questionnaires = versioned<Questionnaire>(questionnaireFolder)
export const consents = versioned<ConsentText>(consentFolder)
const asked = versioned<Statement>(statementFolder)
/** What readers of an article call true or false, in the order in which they are asked. */
export const statements: readonly Versioned<Statement>[] = asked.toSorted((a, b) => a.place - b.place)

/** The protocol of an infusion by pump of that id, or null. */
export const protocolOf = (id: string): Versioned<Protocol> | null => protocols.find((each) => each.id === id) ?? null

/** The protocol of that id, whatever it gives, or null. */
export const anyProtocolOf = (id: string): Versioned<AnyProtocol> | null => known.find((each) => each.id === id) ?? null

/** Makes another protocol known, beside those of the folder: one that a clinic tries before it is shipped. */
export const addProtocol = (added: OwnProtocol): void => {
  if (anyProtocolOf(added.id)) throw new TypeError(`There is a protocol ${added.id} already.`)
  known.push({ ...added, version: 'added' })
}

/** The questionnaire of that id, or null. */
export const questionnaireOf = (id: string): Versioned<Questionnaire> | null =>
  questionnaires.find((each) => each.id === id) ?? null

/** The consent text that is signed now. */
export const consentText: Versioned<ConsentText> = {
  ...consentFolder.ketamineInfusion,
  version: consentFolder.versions['ketamine-infusion'],
}

/** A claim with those that must stand beside it; null when any of them is unknown or out of date on that day (ISO date). */
export function claimWithCompany(id: string, day: string): Versioned<Claim>[] | null {
  const claim = claims.find((each) => each.id === id)
  if (!claim) return null
  const company = [id, ...claim.besides].map((each) => claims.find((one) => one.id === each))
  const shown = company.filter((each) => each !== undefined && isInDate(each, day)) as Versioned<Claim>[]
  return shown.length === company.length ? shown : null
}

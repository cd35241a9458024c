import {
  type Chart,
  type ChartKey,
  chartKeys,
  dateOf,
  drugOf,
  heldAgainst,
  type Indication,
  isAnswer,
  isOneOf,
} from '@dripline/clinical'
import type { Tx } from '../../platform/context.ts'
import { callAnswersOf } from '../booking/store.ts'
import { zoneOf } from '../clinic/store.ts'
import { allergiesOf, changesOf, consentsOf, newestOfConsents, personOf } from '../people/store.ts'
import { latestAnswers } from './store.ts'

type Person = NonNullable<Awaited<ReturnType<typeof personOf>>>
type Entry = { key: string; value: unknown; at: string; by?: string }
type Read = Partial<Record<ChartKey, { value: unknown; at: string; by?: string }>>

const isKey = (key: string): key is ChartKey => isOneOf(chartKeys, key)

/** What a chart is read from, whatever for; all of it asked for at once. */
export const chartRowsOf = async (tx: Tx, personId: string) => {
  const [person, answers, calls, changes, allergies, consents, zone] = await Promise.all([
    personOf(tx, personId),
    latestAnswers(tx, personId),
    callAnswersOf(tx, personId),
    changesOf(tx, personId),
    allergiesOf(tx, personId),
    consentsOf(tx, personId),
    zoneOf(tx),
  ])
  return { person, answers, calls, changes, allergies, consents, zone }
}

export type ChartRows = Awaited<ReturnType<typeof chartRowsOf>>

/**
 * What rules read of a person now: the newest answer of each key, from the call or any form, what stands on the person, and
 * the consent on record. `indication` reads the chart for that one, whatever was answered last.
 */
export const chartOf = async (tx: Tx, personId: string, indication?: Indication): Promise<Chart> =>
  chartFrom(await chartRowsOf(tx, personId), indication)

/** The same of rows that were read before. */
export const chartFrom = (rows: ChartRows, indication?: Indication): Chart => {
  const { person, answers, calls } = rows
  if (!person) return {}
  const chart = newestOf([
    ...calls,
    ...answers.map(({ key, value, measuredAt, enteredBy }) => ({ key, value, at: measuredAt.toISOString(), by: enteredBy })),
  ])
  const read: Read = { ...chart, ...onPerson(person, chart, rows), ...ketamineAllergy(rows) }
  if (indication && read.indication?.value !== indication)
    read.indication = { value: indication, at: read.indication?.at ?? person.createdAt.toISOString() }
  return { ...read, ...consentOnRecord(person, rows, read.indication?.value as Indication | undefined) } as Chart
}

const newestOf = (entries: readonly Entry[]): Read => {
  const chart: Read = {}
  for (const { key, value, at, by } of entries) {
    if (!isKey(key) || !isAnswer(key, value)) continue
    const before = chart[key]
    if (!before || before.at <= at) chart[key] = { value, at, ...(by !== undefined && { by }) }
  }
  return chart
}

const onPersonKeys = ['dateOfBirth', 'heightCm'] as const

// What stands on the person wins over an older answer: staff correct it there, and the old value stays readable.
const onPerson = (person: Person, chart: Read, { changes }: Pick<ChartRows, 'changes'>): Read => {
  const found: Read = {}
  for (const key of onPersonKeys) {
    const value = person[key]
    if (value === null || !isAnswer(key, value) || chart[key]?.value === value) continue
    const changed = changes.find(({ before }) => typeof before === 'object' && before !== null && key in before)
    found[key] = { value, at: (changed?.changedAt ?? person.createdAt).toISOString() }
  }
  return found
}

// An allergy that stands on the chart is a yes, whatever was answered since: where it was none, it is struck there.
const ketamineAllergy = ({ allergies }: Pick<ChartRows, 'allergies'>): Read => {
  const drug = drugOf('ketamine')
  const told = allergies.find((each) => drug && heldAgainst(drug, [each]).kind === 'shares')
  return told ? { ketamineAllergy: { value: 'yes', at: told.enteredAt.toISOString() } } : {}
}

/** The consent for what is treated; else the newest one for anything, so that the rule can say what it is for. */
const consentOnRecord = (
  { createdAt }: Person,
  { consents, zone }: Pick<ChartRows, 'consents' | 'zone'>,
  indication: Indication | undefined,
): Read => {
  const consent = newestOfConsents(consents, indication) ?? newestOfConsents(consents)
  if (!consent) return { consentFor: { value: 'none', at: createdAt.toISOString() } }
  const at = consent.signedAt.toISOString()
  return {
    consentFor: { value: consent.indication, at },
    consentVersion: { value: consent.version, at },
    consentSignedOn: { value: dateOf(at, zone), at },
  }
}

import { type Chart, type ChartKey, chartKeys, dateOf, drugOf, heldAgainst, type Indication, isAnswer } from '@dripline/clinical'
import type { Tx } from '../../platform/context.ts'
import { callAnswersOf } from '../booking/store.ts'
import { allergiesOf, changesOf, newestConsent, personOf, zoneOf } from '../people/store.ts'
import { latestAnswers } from './store.ts'

type Person = NonNullable<Awaited<ReturnType<typeof personOf>>>
type Entry = { key: string; value: unknown; at: string; by?: string }
type Read = Partial<Record<ChartKey, { value: unknown; at: string; by?: string }>>

const isKey = (key: string): key is ChartKey => chartKeys.includes(key as ChartKey)

/**
 * What rules read of a person now: the newest answer of each key, from the call or any form, what stands on the person, and
 * the consent on record. `indication` reads the chart for that one, whatever was answered last.
 */
export const chartOf = async (tx: Tx, personId: string, indication?: Indication): Promise<Chart> => {
  const person = await personOf(tx, personId)
  if (!person) return {}
  const entered = await latestAnswers(tx, personId)
  const chart = newestOf([
    ...(await callAnswersOf(tx, personId)),
    ...entered.map(({ key, value, measuredAt, enteredBy }) => ({ key, value, at: measuredAt.toISOString(), by: enteredBy })),
  ])
  const read: Read = { ...chart, ...(await onPerson(tx, person, chart)), ...(await ketamineAllergy(tx, personId)) }
  if (indication && read.indication?.value !== indication)
    read.indication = { value: indication, at: read.indication?.at ?? person.createdAt.toISOString() }
  return { ...read, ...(await consentOnRecord(tx, person, read.indication?.value as Indication | undefined)) } as Chart
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
const onPerson = async (tx: Tx, person: Person, chart: Read): Promise<Read> => {
  const found: Read = {}
  for (const key of onPersonKeys) {
    const value = person[key]
    if (value === null || !isAnswer(key, value) || chart[key]?.value === value) continue
    const changed = (await changesOf(tx, person.id)).find(({ before }) => before !== null && key in (before as object))
    found[key] = { value, at: (changed?.changedAt ?? person.createdAt).toISOString() }
  }
  return found
}

// An allergy that stands on the chart is a yes, whatever was answered since: where it was none, it is struck there.
const ketamineAllergy = async (tx: Tx, personId: string): Promise<Read> => {
  const drug = drugOf('ketamine')
  const told = (await allergiesOf(tx, personId)).find((each) => drug && heldAgainst(drug, [each]).kind === 'shares')
  return told ? { ketamineAllergy: { value: 'yes', at: told.enteredAt.toISOString() } } : {}
}

/** The consent for what is treated; else the newest one for anything, so that the rule can say what it is for. */
const consentOnRecord = async (tx: Tx, { id, createdAt }: Person, indication: Indication | undefined): Promise<Read> => {
  const consent = (await newestConsent(tx, id, indication)) ?? (await newestConsent(tx, id))
  if (!consent) return { consentFor: { value: 'none', at: createdAt.toISOString() } }
  const at = consent.signedAt.toISOString()
  return {
    consentFor: { value: consent.indication, at },
    consentVersion: { value: consent.version, at },
    consentSignedOn: { value: dateOf(at, await zoneOf(tx)), at },
  }
}

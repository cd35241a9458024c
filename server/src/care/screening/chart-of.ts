import { type Chart, type ChartKey, chartKeys, isAnswer } from '@dripline/clinical'
import type { Tx } from '../../platform/context.ts'
import { callAnswersOf } from '../booking/store.ts'
import { newestConsent } from '../people/store.ts'
import { latestAnswers } from './store.ts'

const isKey = (key: string): key is ChartKey => chartKeys.includes(key as ChartKey)

/** What rules read of a person now: the newest answer of each key, from the call or any form, and the consent on record. */
export const chartOf = async (tx: Tx, personId: string): Promise<Chart> => {
  const said = await callAnswersOf(tx, personId)
  const entered = (await latestAnswers(tx, personId)).map(({ key, value, measuredAt }) => ({
    key,
    value,
    at: measuredAt.toISOString(),
  }))
  const chart: Record<string, { value: unknown; at: string }> = {}
  for (const { key, value, at } of [...said, ...entered]) {
    const before = chart[key]
    if (isKey(key) && isAnswer(key, value) && (!before || before.at <= at)) chart[key] = { value, at }
  }
  return { ...(chart as Chart), ...(await consentOnRecord(tx, personId)) }
}

const consentOnRecord = async (tx: Tx, personId: string): Promise<Chart> => {
  const consent = await newestConsent(tx, personId)
  if (!consent) return {}
  const at = consent.signedAt.toISOString()
  return {
    consentFor: { value: consent.indication, at },
    consentVersion: { value: consent.version, at },
    consentSignedOn: { value: at.slice(0, 10), at },
  } as Chart
}

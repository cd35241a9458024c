import { dollars } from '@dripline/clinical/words'
import * as letter from '@dripline/clinical/words/letter'
import { makeLink } from '../../platform/link.ts'
import type { Compose } from '../../platform/message.ts'
import { readerFor } from '../../platform/reader.ts'
import { clinicSettings } from '../clinic/store.ts'
import { later } from './appointment.ts'
import { estimateOf, estimatesOf } from './estimate-store.ts'
import { greeting } from './letter-words.ts'

export const ESTIMATE_LETTER = 'estimate-told'

/** As long as a bill above it can be disputed, and longer. */
const FAR_AHEAD_DAYS = 366
const DAY_MINUTES = 24 * 60

/** The letter that leads to an estimate; none where a newer one stands or it was handed over. It never says what for. */
export const estimateTold: Compose = async (tx, ctx, aboutId) => {
  const estimate = await estimateOf(tx, aboutId)
  if (!estimate || estimate.handedAt !== null) return null
  const [newest] = await estimatesOf(tx, estimate.personId)
  if (newest?.id !== estimate.id) return null
  const to = await readerFor(ctx, tx, estimate.personId)
  const { name: clinic } = await clinicSettings(tx)
  const url = await makeLink(ctx, tx, 'estimate', aboutId, later(ctx.now(), FAR_AHEAD_DAYS * DAY_MINUTES))
  const parts = [
    greeting(to, estimate.name),
    letter.estimateSays(to, { total: dollars(to, estimate.totalUsd), url }),
    ...(estimate.version > 1 ? [letter.estimateNew(to)] : []),
    clinic,
  ]
  return { to: estimate.email, from: clinic, subject: letter.estimateSubject(to, { clinic }), body: `${parts.join('\n\n')}\n` }
}

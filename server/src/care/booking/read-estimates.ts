import { dateOf, Problem, sayPhone } from '@dripline/clinical'
import { claimOn } from '@dripline/clinical/article'
import type { Reader } from '@dripline/clinical/words'
import { type Ctx, inClinic, type Tx } from '../../platform/context.ts'
import { linkedRecord } from '../../platform/link.ts'
import { readerFor, readerSaid } from '../../platform/reader.ts'
import { refusedAmong } from '../../platform/refused-address.ts'
import { shows } from '../../platform/shown.ts'
import { todayHere } from '../clinic/service-line.ts'
import { zoneOf } from '../clinic/store.ts'
import { personOf } from '../people/store.ts'
import { estimateOf, estimatesOf, newestEstimates } from './estimate-store.ts'

type Row = NonNullable<Awaited<ReturnType<typeof estimateOf>>>

const paperOf = (
  zone: string,
  { id, personId, name, dateOfBirth, version, madeAt, items, totalUsd, sentAt, handedAt, dueBy }: Row,
) => ({
  estimateId: id,
  personId,
  name,
  dateOfBirth,
  version,
  madeOn: dateOf(madeAt.toISOString(), zone),
  items,
  totalUsd,
  dueBy,
  sentAt: sentAt?.toISOString() ?? null,
  handedAt: handedAt?.toISOString() ?? null,
})

/** What the law says of estimates, while the claim is in date. */
const claimFor = async (ctx: Ctx, tx: Tx, reader: Reader) => {
  const claim = claimOn('good-faith-estimate', { reader, day: await todayHere(ctx, tx) })
  return claim && { text: claim.text, source: claim.source }
}

/** An estimate as its person opens it by the link of its letter, and whether a newer one stands. */
export function seeEstimate(ctx: Ctx, to: Reader) {
  return inClinic(ctx, 'see-estimate', async (tx) => {
    const estimate = await estimateOf(tx, linkedRecord(ctx, 'estimate'))
    if (!estimate) throw new Problem('link-unusable')
    const [newest] = await estimatesOf(tx, estimate.personId)
    const zone = await zoneOf(tx)
    return shows([estimate.personId], {
      claim: await claimFor(ctx, tx, to),
      estimate: { ...paperOf(zone, estimate), isNewest: newest?.id === estimate.id },
    })
  })
}

/** An estimate for whoever prints it, in the language of its person. */
export function readEstimate(ctx: Ctx, { estimateId }: { estimateId: string }) {
  return inClinic(ctx, 'read-estimate', async (tx) => {
    const estimate = await estimateOf(tx, estimateId)
    if (!estimate) throw new Problem('not-found', { estimateId })
    const [newest] = await estimatesOf(tx, estimate.personId)
    const to = await readerFor(ctx, tx, estimate.personId)
    const [reader, zone] = [readerSaid(to), await zoneOf(tx)]
    return shows([estimate.personId], {
      ...paperOf(zone, estimate),
      claim: await claimFor(ctx, tx, to),
      isNewest: newest?.id === estimate.id,
      reader,
    })
  })
}

/** Every version of somebody's estimate, newest first. */
export function readEstimatesOf(ctx: Ctx, { personId }: { personId: string }) {
  return inClinic(ctx, 'read-estimates-of', async (tx) => {
    if (!(await personOf(tx, personId))) throw new Problem('not-found', { personId })
    const zone = await zoneOf(tx)
    return shows(
      [personId],
      (await estimatesOf(tx, personId)).map((each) => paperOf(zone, each)),
    )
  })
}

export type EstimateWaiting = {
  personId: string
  estimateId: string
  name: string
  phone: string
  dueBy: string
  isLate: boolean
  why: 'letter waits' | 'letter does not arrive'
}

const waitingIn = async (ctx: Ctx, tx: Tx): Promise<EstimateWaiting[]> => {
  const today = await todayHere(ctx, tx)
  const newest = await newestEstimates(tx)
  const open = newest.filter(({ sentAt, handedAt }) => handedAt === null && sentAt === null)
  const refused = await refusedAmong(
    tx,
    newest.filter(({ handedAt }) => handedAt === null).map(({ email }) => email),
  )
  const back = newest.filter(({ email, handedAt, sentAt }) => handedAt === null && sentAt !== null && refused.has(email))
  return [...open, ...back]
    .map(
      ({ id, personId, name, phone, dueBy, failedAt, email }): EstimateWaiting => ({
        personId,
        estimateId: id,
        name,
        phone: sayPhone(phone),
        dueBy,
        isLate: dueBy < today,
        why: failedAt !== null || refused.has(email) ? 'letter does not arrive' : 'letter waits',
      }),
    )
    .sort((a, b) => a.dueBy.localeCompare(b.dueBy) || a.name.localeCompare(b.name))
}

/** What is due and what is late: estimates that nobody has in their hands yet, the soonest first. */
export function readEstimates(ctx: Ctx) {
  return inClinic(ctx, 'read-estimates', async (tx) => {
    const waiting = await waitingIn(ctx, tx)
    return shows(waiting, { today: await todayHere(ctx, tx), waiting })
  })
}

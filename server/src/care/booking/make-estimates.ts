import {
  type BookedService,
  dateOf,
  type EstimateItem,
  type EstimateOwed,
  estimateAskedDueBy,
  estimateOwed,
  hasPrice,
  lineOfKind,
  Problem,
  totalOf,
} from '@dripline/clinical'
import { type Ctx, inClinic, inOneStep, lockInOrder, staffOf, type Tx } from '../../platform/context.ts'
import { promiseMessage } from '../../platform/message.ts'
import { shows } from '../../platform/shown.ts'
import { linesOn, type ServiceLine, todayHere } from '../clinic/service-line.ts'
import { zoneOf } from '../clinic/store.ts'
import { personOf } from '../people/store.ts'
import { ESTIMATE_LETTER } from './estimate-letter.ts'
import { estimateOf, estimatesOf, insertEstimate, insertHanded, newestEstimates, servicesFrom } from './estimate-store.ts'

type Service = BookedService & { personId: string }

/** What is booked ahead, each under its line as that holds on the day of the service. */
const bookedServices = async (ctx: Ctx, tx: Tx, personId?: string): Promise<Service[]> => {
  const zone = await zoneOf(tx)
  const byDay = new Map<string, ServiceLine[]>()
  const found: Service[] = []
  for (const { id, whose, kind, lineId, start, changedAt } of await servicesFrom(tx, ctx.now(), personId)) {
    const serviceOn = dateOf(start.toISOString(), zone)
    const lines = byDay.get(serviceOn) ?? (await linesOn(ctx, tx, serviceOn))
    byDay.set(serviceOn, lines)
    const under = lineId ?? lineOfKind(kind)
    const line = lines.find((each) => each.id === under) ?? null
    found.push({ personId: whose, appointmentId: id, serviceOn, bookedOn: dateOf(changedAt.toISOString(), zone), line })
  }
  return found
}

/** Whom an estimate is owed, with what it would say: nobody where no line has a price. */
export const owedNow = async (ctx: Ctx, tx: Tx, personId?: string): Promise<(EstimateOwed & { personId: string })[]> => {
  const today = await todayHere(ctx, tx)
  const services = await bookedServices(ctx, tx, personId)
  if (!services.some(({ line }) => line && hasPrice(line))) return []
  const last = personId === undefined ? await newestEstimates(tx) : (await estimatesOf(tx, personId)).slice(0, 1)
  return [...Map.groupBy(services, (each) => each.personId)].flatMap(([whose, booked]) => {
    const owed = estimateOwed(booked, last.find((each) => each.personId === whose) ?? null, today)
    return owed ? [{ personId: whose, ...owed }] : []
  })
}

/** Makes every estimate that is owed, one step a person, and promises its letter: whichever door booked, moved, called off or changed a price. */
export async function makeEstimates(ctx: Ctx): Promise<number> {
  const owed = await inClinic(ctx, 'find-estimates-owed', async (tx) => {
    const ids = (await owedNow(ctx, tx)).map(({ personId }) => personId)
    return shows(ids, ids)
  })
  for (const personId of owed)
    await inOneStep(ctx, 'make-estimate', async (tx) => {
      await lockInOrder(tx, [`person ${personId}`])
      const [still] = await owedNow(ctx, tx, personId)
      return still ? { personId, estimateId: await keep(ctx, tx, { ...still, askedBy: null }) } : { personId }
    })
  return owed.length
}

type Kept = EstimateOwed & { personId: string; askedBy: string | null }

const keep = async (ctx: Ctx, tx: Tx, { personId, items, dueBy, askedBy }: Kept): Promise<string> => {
  const id = ctx.newId()
  const version = ((await estimatesOf(tx, personId))[0]?.version ?? 0) + 1
  await insertEstimate(tx, { id, personId, version, items, totalUsd: totalOf(items), dueBy, askedBy, madeAt: ctx.now() })
  await promiseMessage(ctx, tx, { kind: ESTIMATE_LETTER, aboutId: id, dueAt: ctx.now() })
  return id
}

export type AskEstimate = { personId: string; lines: readonly { lineId: string; count: number }[] }

/** Makes the estimate that somebody asks for: what they have booked, and so many of each line that they think of. */
export function askEstimate(ctx: Ctx, { personId: asked, lines: wanted }: AskEstimate) {
  return inOneStep(ctx, 'ask-estimate', async (tx) => {
    const person = await personOf(tx, asked)
    if (!person) throw new Problem('not-found', { personId: asked })
    const personId = person.mergedInto ?? asked
    await lockInOrder(tx, [`person ${personId}`])
    const today = await todayHere(ctx, tx)
    const lines = await linesOn(ctx, tx, today)
    const thought = wanted.map(({ lineId, count }, i): EstimateItem => {
      const line = lines.find((each) => each.id === lineId && !each.isRetired)
      if (!line || !hasPrice(line))
        throw new Problem('not-valid', {}, [{ field: `lines.${i}.lineId`, code: 'line-with-price', value: lineId }])
      const { words, holds, cancelHours, cancelFeeUsd, version: lineVersion } = line
      const of = { appointmentId: null, lineId, lineVersion, words, serviceOn: null, count }
      return { ...of, priceUsd: line.priceUsd ?? '0', holds, cancelHours, cancelFeeUsd }
    })
    const booked = estimateOwed(await bookedServices(ctx, tx, personId), null, today)?.items ?? []
    const items = [...booked, ...thought]
    if (items.length === 0) throw new Problem('not-valid', {}, [{ field: 'lines', code: 'line-with-price' }])
    const estimateId = await keep(ctx, tx, { personId, items, dueBy: estimateAskedDueBy(today), askedBy: staffOf(ctx).id })
    return { personId, estimateId }
  })
}

/** Says that an estimate was given on paper. */
export function handEstimate(ctx: Ctx, { estimateId }: { estimateId: string }) {
  return inOneStep(ctx, 'hand-estimate', async (tx) => {
    const estimate = await estimateOf(tx, estimateId)
    if (!estimate) throw new Problem('not-found', { estimateId })
    if (!(await insertHanded(tx, { estimateId, handedBy: staffOf(ctx).id, handedAt: ctx.now() })))
      throw new Problem('wrong-state', { estimateId })
    return { personId: estimate.personId, estimateId }
  })
}

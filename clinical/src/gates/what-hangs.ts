import { doseLimits } from '../dose/dose-limits.ts'
import { driftPercent } from '../dose/dose-rule.ts'
import { exact, plain } from '../exact.ts'
import { quantity } from '../quantity.ts'
import { defineGate, met, notMet, type OrderFacts, unknown } from '../visit/gate.ts'
import type { EventOf } from '../visit/infusion-events.ts'
import { saying } from '../words/saying.ts'

/** What hangs beside what is ordered, each pair in one unit. */
const pairs = (drawn: EventOf<'drawn-up'>, order: OrderFacts) => [
  { was: order.infusateMg, is: drawn.infusateMg, unit: 'mg' },
  { was: order.syringeMl, is: drawn.syringeMl, unit: 'mL drawn up' },
  { was: order.finalMl, is: drawn.finalMl, unit: 'mL bag' },
]

type Wanted = { amount: string; unit: string }

const says = {
  'draw-up': 'the dose is drawn up',
  drawn: ({ mg, finalMl }: { mg: string; finalMl: string }) => `${quantity(mg, 'mg')} in ${quantity(finalMl, 'mL')}`,
  'draw-again': ({ wanted }: { wanted: readonly Wanted[] }) =>
    `it is wasted, and two people draw up ${wanted.map(({ amount, unit }) => `${amount} ${unit}`).join(', ')}`,
} as const
const said = saying(says)

export const whatHangs = defineGate({
  id: 'what-hangs',
  title: 'Bag matches the order',
  asks: 'Drawn up for the current order, within 2 %',
  source: 'clinical reference 9.4 and 9.5, step 12',
  basis: 'proposed',
  says,
  check: ({ visit: { drawnUp }, order, drawnFor }) => {
    if (!drawnUp || !drawnFor) return unknown(said('draw-up'), 'second-check')
    const seen = {
      value: said('drawn', { mg: drawnUp.infusateMg, finalMl: drawnUp.finalMl }),
      at: drawnUp.at,
      by: drawnUp.by,
    }
    // An order signed anew is for another syringe unless it asks for the very same; the one it was drawn for may round.
    const isSame = drawnFor.id === order.id
    const off = pairs(drawnUp, order).filter(({ was, is }) =>
      isSame ? driftPercent(exact(was), exact(is)).gt(doseLimits.mostDriftPercent) : !exact(was).eq(is),
    )
    if (off.length === 0) return met(seen)
    const wanted = off.map(({ was, unit }) => ({ amount: plain(exact(was)), unit }))
    return notMet(said('draw-again', { wanted }), 'send-back', seen)
  },
  examples: [
    [{}, 'met'],
    [{ without: ['drawn-up', 'second-check'], drawnFor: {} }, 'unknown'],
    [{ order: { id: 'renewed' } }, 'met'],
    [{ order: { id: 'renewed', infusateMg: '35.5' } }, 'not-met'],
    [{ order: { infusateMg: '35.5' } }, 'met'],
    [{ order: { infusateMg: '30' } }, 'not-met'],
    [{ order: { finalMl: '50' } }, 'not-met'],
  ],
})

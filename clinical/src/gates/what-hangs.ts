import { doseLimits } from '../dose/dose-limits.ts'
import { driftPercent } from '../dose/dose-rule.ts'
import { exact, plain } from '../exact.ts'
import { quantity } from '../quantity.ts'
import { defineGate, met, notMet, type OrderFacts, unknown } from '../visit/gate.ts'
import type { EventOf } from '../visit/infusion-events.ts'

/** What hangs beside what is ordered, each pair in one unit. */
const pairs = (drawn: EventOf<'drawn-up'>, order: OrderFacts) => [
  { was: order.infusateMg, is: drawn.infusateMg, unit: 'mg' },
  { was: order.syringeMl, is: drawn.syringeMl, unit: 'mL drawn up' },
  { was: order.finalMl, is: drawn.finalMl, unit: 'mL bag' },
]

export const whatHangs = defineGate({
  id: 'what-hangs',
  title: 'Bag matches the order',
  asks: 'Drawn up for the current order, within 2 %',
  source: 'clinical reference 9.4 and 9.5, step 12',
  basis: 'proposed',
  check: ({ visit: { drawnUp }, order, drawnFor }) => {
    if (!drawnUp || !drawnFor) return unknown('the dose is drawn up', 'second-check')
    const seen = {
      value: `${quantity(drawnUp.infusateMg, 'mg')} in ${quantity(drawnUp.finalMl, 'mL')}`,
      at: drawnUp.at,
      by: drawnUp.by,
    }
    // An order signed anew is for another syringe unless it asks for the very same; the one it was drawn for may round.
    const isSame = drawnFor.id === order.id
    const off = pairs(drawnUp, order).filter(({ was, is }) =>
      isSame ? driftPercent(exact(was), exact(is)).gt(doseLimits.mostDriftPercent) : !exact(was).eq(is),
    )
    if (off.length === 0) return met(seen)
    const wanted = off.map(({ was, unit }) => `${plain(exact(was))} ${unit}`).join(', ')
    return notMet(`it is wasted, and two people draw up ${wanted}`, 'send-back', seen)
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

import { Exact, exact } from '../exact.ts'
import type { DoseFacts } from './dose-rule.ts'

/** How many times more or less than the protocol's own bag holds: the widest of its mg, its mL and its strength; 1 is just like it. */
export function timesFromUsual({ infusate, doseMg, request: { protocol } }: DoseFacts): Exact {
  if (!infusate) return new Exact(1)
  const usualMg = protocol.infusate.infusateMg === 'the dose' ? doseMg.value : protocol.infusate.infusateMg
  const [mg, ml] = [exact(infusate.infusateMg).div(usualMg), exact(infusate.finalMl).div(protocol.infusate.finalMl)]
  return [mg, ml, mg.div(ml)].map((ratio) => (ratio.lt(1) ? new Exact(1).div(ratio) : ratio)).reduce((a, b) => Exact.max(a, b))
}

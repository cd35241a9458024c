import { literaturePrior, type Prior } from './prior.ts'

/**
 * Where version 3 starts: the literature, hedged towards the longer tails that trials saw. More people whose relief lasts a time of its own
 * whatever the dose (0.30), for longer (38 days) and less alike (0.9). All three are assumed, chosen on virtual people whose truth was richer
 * than the literature's prior believes; no real person was in it.
 */
export const hedgedPrior: Prior = {
  id: 'hedged-2026',
  title: 'From publications, hedged: relief of a fixed duration is commoner and longer',
  values: { ...literaturePrior.values, m: 0.3, lnDuration: Math.log(38), sDuration: 0.9 },
}

import { individual, type Kinetics } from '../metabolite.ts'
import type { Model, Variability } from '../model.ts'
import { drawFactors, drawUncertainty } from '../population.ts'

/** Who is drawn, and what differs. */
export type Drawing = {
  model: Model
  seed: number
  spread: 'variability' | 'uncertainty' | 'both'
  variability: Variability | undefined
}

/** Person number `person` around a typical subject: a pure function of seed and number. */
export function personOf(typical: Kinetics, { model, seed, spread, variability }: Drawing, person: number): Kinetics {
  const unsure = spread === 'variability' ? {} : drawUncertainty(model, seed, person)
  return individual(individual(typical, unsure), variability ? drawFactors(variability, seed, person) : {})
}

import type { Kinetics, Model, Subject } from './model.ts'

/** A subject’s kinetics, also under a model that is refused for the vein: what is given another way is read with its own curve. */
export const kineticsOf = (model: Model, subject: Subject): Kinetics =>
  model.route === 'intravenous' ? model.kinetics(subject) : { parent: model.published(subject), metabolites: [] }

import type { Effect } from './effect.ts'
import * as everyEffect from './effects/index.ts'
import * as everyModel from './models/index.ts'
import type { Route } from './route.ts'
import * as everyRoute from './routes/index.ts'
import * as everyTrial from './trials/index.ts'

const { versions: modelVersions, ...modelsByName } = everyModel
const { versions: effectVersions, ...effectsByName } = everyEffect
const { versions: routeVersions, ...routesByName } = everyRoute
const { versions: trialVersions, ...trialsByName } = everyTrial

/** Every published model, by its name in code. */
export const models = modelsByName

/** Every published way in other than the vein, by its name in code. */
export const routes = routesByName

const everyWay: readonly Route[] = Object.values(routesByName)

/** The ways in that are known for a model. */
export const routesOf = (model: string): readonly Route[] => everyWay.filter((route) => route.model === model)

/** Every published effect, by its name in code. */
export const effects = effectsByName

const hasSite = (effect: object): effect is Effect => 'ke0' in effect

const everyone: readonly object[] = Object.values(effectsByName)

/** Those of them that follow plasma through an effect site of their own. */
export const siteEffects: readonly Effect[] = everyone.filter(hasSite)

/** Every published trial that can be held again on virtual people, by its name in code. */
export const trials = trialsByName

/** The version of every definition by its id: what orders and results keep, so an old curve can be drawn again. */
export const versions = { ...modelVersions, ...routeVersions, ...effectVersions, ...trialVersions } as const

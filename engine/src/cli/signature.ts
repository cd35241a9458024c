import type { SimulateOutput } from '../case-file/simulate.ts'
import { models, routes, versions } from '../definitions.ts'
import type { Drug, Model } from '../model.ts'
import type { Route } from '../route.ts'

const known: readonly Model[] = Object.values(models)

/** What every table ends with: model and version, drug, whose samples the model was made from. */
export function signature(id: string, drug: Drug): string {
  const model = known.find((each) => each.id === id)
  const sampled = `sampling ${model?.sampling ?? 'not found'}`
  const version = (versions as Readonly<Record<string, string>>)[id]
  return `${id} version ${version}, ${drug}; made from ${model?.source.population}; ${sampled}; a model estimate.`
}

const everyRoute: readonly Route[] = Object.values(routes)

/** By which ways other than the vein it was given, and by whom they were found. */
export const wayNotes = ({ ways = [] }: SimulateOutput): string[] =>
  ways.map(({ way, by, version }) => {
    const route = everyRoute.find(({ id }) => id === by)
    return route ? `${way}: ${by} version ${version}; ${route.source.population}.` : `${way}: ${by}.`
  })

/** The ways that are known, each with its model. */
export const waysHelp = (): string => everyRoute.map(({ way, model }) => `  ${way.padEnd(16)} with ${model}`).join('\n')

import { models, versions } from '../definitions.ts'
import type { Drug, Model } from '../model.ts'

const known: readonly Model[] = Object.values(models)

/** What every table ends with: model and version, drug, whose samples the model was made from. */
export function signature(id: string, drug: Drug): string {
  const model = known.find((each) => each.id === id)
  const sampled = `sampling ${model?.sampling ?? 'not found'}`
  const version = (versions as Readonly<Record<string, string>>)[id]
  return `${id} version ${version}, ${drug}; made from ${model?.source.population}; ${sampled}; a model estimate.`
}

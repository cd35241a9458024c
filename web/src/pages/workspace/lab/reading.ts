import { type Model, models } from '@dripline/engine'
import { nameOf } from './words.ts'

export type Warned = { model: string; warnings: readonly { about: string; message: string }[] }

/** Something to read curves with, and the models it is about. */
export type Reading = { status: 'caution' | 'inform'; about: readonly string[]; message: string }

const all: readonly Model[] = Object.values(models)
export const modelOf = (id: string) => all.find((model) => model.id === id)

const sampled: Record<Model['sampling'], string | null> = {
  arterial: null,
  venous:
    'Sampled from veins: while the rate changes, and for about an hour after, an arm vein lies away from the artery that feeds the brain',
  mixed: 'Samples from arteries and veins were mixed: early values lie between the two',
  'not found': 'Where its samples were taken was not found: early values may be of arteries or of veins',
}

/** Whom a model was made from, in figures, as far as its source says. */
export const sayRange = (range: Model['validity']['weightKg'], unit: string) => {
  if (range === 'not found') return 'not found, so no subject is said to lie outside'
  const [from, to] = range
  return to === 'not found' ? `${from} ${unit} or more` : `${from} to ${to} ${unit}`
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Everything that the curves must be read with, each thing once, with the models it is about. */
export function readingsOf(curves: readonly Warned[]): Reading[] {
  const ids = [...new Set(curves.map(({ model }) => model))]
  const warned = curves.flatMap(({ model, warnings }) =>
    warnings.map(({ message }) => ({
      status: 'caution' as const,
      model,
      message: capital(message.replace(`${model} was`, 'was').replace(model, 'this model')),
    })),
  )
  const sites = ids.flatMap((model) => {
    const message = sampled[modelOf(model)?.sampling ?? 'not found']
    return message === null ? [] : [{ status: 'inform' as const, model, message }]
  })
  const readings: Reading[] = []
  for (const { status, model, message } of [...warned, ...sites]) {
    const known = readings.findIndex((each) => each.message === message)
    const about = [...new Set([...(readings[known]?.about ?? []), nameOf(model)])]
    if (known < 0) readings.push({ status, about, message })
    else readings[known] = { status, about, message }
  }
  return readings
}

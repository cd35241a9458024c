import type { Basis, Drug, Model, Source } from './model.ts'
import type { Route, Way } from './route.ts'
import type { Warning } from './warnings.ts'

/** What nobody is known to be given more of at once by a way, in mg/kg; where nothing was found, nothing is said. */
const mostGiven: { source: Source; mgPerKg: Partial<Record<Way, { value: number; basis: Basis }>> } = {
  source: {
    citation: 'Zanos et al. Pharmacol Rev 2018;70:621, table 1',
    population: 'people in anesthesia and sedation',
    confidence: 'table read; by mouth it has 500 mg at most, which is taken as 70 kg',
  },
  mgPerKg: {
    intramuscular: { value: 11, basis: 'source' },
    intranasal: { value: 9, basis: 'source' },
    oral: { value: 500 / 70, basis: 'inferred' },
  },
}

type Dose = { mg: number; way: Way; route: Route | { source: string } }

const round = (value: number) => Number(value.toPrecision(3))

const about = (message: string): Warning => ({ about: 'regimen', message })

function tooMuch({ mg, way }: Dose, weightKg: number): Warning[] {
  const most = mostGiven.mgPerKg[way]
  return most && mg / weightKg > most.value
    ? [
        about(
          `${round(mg)} mg, ${way}, ${round(mg / weightKg)} mg/kg is above what anybody is known to be given that way, ${round(most.value)} mg/kg (${mostGiven.source.citation})`,
        ),
      ]
    : []
}

function unsure({ way, route }: Dose, { id, drug: fitted }: Model, drug: Drug): Warning[] {
  if (!('id' in route))
    return [about(`${way}: paths of one’s own (${route.source}); with the curve of ${id} they are arithmetic, not knowledge`)]
  const guessed = Object.entries(route.marks).filter(([, mark]) => mark !== 'source')
  const shared = route.paths(1).reduce((sum, { share }) => sum + share, 0)
  return [
    ...guessed.map(([what, mark]) => about(`${way}: ${mark}, not printed: ${what}`)),
    ...(shared > 1 ? [about(`${way}: the paper’s shares are ${round(shared)} of a dose in all, more than was given`)] : []),
    ...(drug === fitted
      ? []
      : [about(`${way}: estimated with ${fitted}; of ${drug} both enantiomers are taken up as that is, which nobody measured`)]),
  ]
}

/** What doses by other ways than the vein must be read with, each once. */
export function wayWarnings(doses: readonly Dose[], model: Model, drug: Drug, weightKg: number): Warning[] {
  const all = doses.flatMap((dose) => [...tooMuch(dose, weightKg), ...unsure(dose, model, drug)])
  return all.filter(({ message }, i) => all.findIndex((each) => each.message === message) === i)
}

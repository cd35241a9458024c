import { readSimulateCase, simulateCase } from '../case-file/simulate.ts'
import { models } from '../definitions.ts'
import { refuse } from '../fault.ts'
import type { Command } from './command.ts'
import { readCase } from './json.ts'
import { put } from './output.ts'

const intravenous = Object.values(models)
  .filter(({ route }) => route === 'intravenous')
  .map(({ id }) => id)

export const compare: Command = {
  name: 'compare',
  about: 'one regimen under several models, and how far they lie apart',
  help: `Reads a case as simulate does; its model is left out or ignored.

  npx @dripline/engine compare case.json --models kamp-2020,domino,otto-2021

Without --models, all of them: ${intravenous.join(', ')}.`,
  flags: { alone: [], withValue: ['models'] },
  run: (given) => {
    const asked = given.values.get('models')?.split(',') ?? intravenous
    const value = readCase(given.files)
    refuse(typeof value === 'object' && value !== null ? [] : [{ input: 'case', value, expected: 'an object' }])
    const drug = typeof value === 'object' && value !== null && 'drug' in value ? value.drug : 'racemic-ketamine'
    const found = asked.map((model) => simulateCase(readSimulateCase({ ...Object(value), drug, model })))
    const [first] = found
    const spread = first.timesMin.map((_, i) => {
      const values = found.map(({ plasmaNgPerMl }) => plasmaNgPerMl[i])
      return Math.max(...values) / Math.min(...values)
    })
    const columns = [
      { title: 'min', values: first.timesMin },
      ...found.map(({ model, plasmaNgPerMl }) => ({ title: `${model} ng/mL`, values: plasmaNgPerMl })),
      { title: 'highest/lowest', values: spread.map((ratio) => (Number.isFinite(ratio) ? ratio : '')) },
    ]
    put(
      {
        json: {
          timesMin: first.timesMin,
          drug,
          models: Object.fromEntries(found.map(({ model, ...rest }) => [model, rest])),
          highestOverLowest: spread.map((r) => (Number.isFinite(r) ? r : null)),
        },
        table: { columns },
        warnings: found.flatMap(({ model, warnings }) =>
          warnings.map((one) => ({ ...one, message: one.message.startsWith(model) ? one.message : `${model}: ${one.message}` })),
        ),
        plot: {
          title: `Plasma under ${found.length} models`,
          caption:
            'Typical subjects of different populations and sampling sites; the distance between them is part of what is not known.',
          xLabel: 'minutes',
          yLabel: 'ng/mL',
          x: first.timesMin,
          lines: found.map(({ model, plasmaNgPerMl }) => ({ label: model, values: plasmaNgPerMl })),
        },
      },
      given,
    )
  },
}

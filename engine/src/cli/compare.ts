import { type CompareOutput, comparable, compareCase, readCompareCase } from '../case-file/compare.ts'
import type { Plot } from '../plot/shape.ts'
import { caseFlags, caseHelp, readCaseWithFlags } from './case-flags.ts'
import type { Command } from './command.ts'
import { put } from './output.ts'
import { listed } from './table.ts'
import { closeTimes, timeAxis } from './time-axis.ts'

export const compare: Command = {
  name: 'compare',
  about: 'one regimen under several models, and how far they lie apart',
  help: `A case as for simulate, without a model; "models" or --models names those to compare, else all are.

  echo '{"subject":{"weightKg":70,"ageYears":40},"drug":"racemic-ketamine",
         "regimen":[{"infuseMgPerKg":0.5,"overMin":40,"atMin":0}],"timesMin":[20,40,60,120,240]}' \\
    | npx @dripline/engine compare --models kamp-2020,domino,otto-2021 --svg models.svg

  --models A,B,C   of ${listed(comparable, 5)}
${caseHelp}

Their populations and sampling sites differ; the distance between them is part of what is not known.`,
  flags: { alone: [], withValue: ['models', ...caseFlags] },
  run: (given) => {
    const value = readCaseWithFlags(given)
    const models = given.values.get('models')?.split(',')
    const asked = readCompareCase(models ? { ...Object(value), models } : value)
    const output = compareCase(asked)
    const pictured = () => {
      const [first] = asked.cases
      const close = closeTimes(first, first.timesMin)
      return compareCase({ ...asked, cases: asked.cases.map((one) => ({ ...one, timesMin: close })) })
    }
    put(
      {
        json: output,
        table: {
          columns: [
            { title: 'min', values: output.timesMin },
            ...Object.entries(output.models).map(([id, { plasmaNgPerMl }]) => ({ title: `${id} ng/mL`, values: plasmaNgPerMl })),
            { title: 'highest/lowest', values: output.highestOverLowest.map((found) => found ?? '') },
          ],
        },
        notes: ['', `${output.drug} in typical subjects; model estimates.`],
        warnings: output.warnings,
        plot: () => plotOf(pictured()),
      },
      given,
    )
  },
}

const plotOf = ({ drug, timesMin, models }: CompareOutput): Plot => ({
  title: `${drug} under ${Object.keys(models).length} models`,
  caption:
    'Typical subjects of different populations and sampling sites; the distance between them is part of what is not known.',
  ...timeAxis(timesMin),
  panels: [
    { yLabel: 'plasma, ng/mL', lines: Object.entries(models).map(([label, { plasmaNgPerMl: values }]) => ({ label, values })) },
  ],
})

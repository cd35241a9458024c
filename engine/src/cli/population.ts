import { populationCase, readPopulationCase } from '../case-file/population.ts'
import type { Command } from './command.ts'
import { flagsInto, readCase } from './json.ts'
import { put } from './output.ts'
import { progress } from './progress.ts'

const shown = ['p5', 'p25', 'p50', 'p75', 'p95'] as const

export const population: Command = {
  name: 'population',
  about: 'where people like this one would lie: bands over a drawn population',
  help: `Reads a case as simulate does, and how people differ.

  echo '{"model":"kamp-2020","subject":{"weightKg":70},"variability":"patients-borrowed",
         "regimen":[{"infuseMgPerKg":0.5,"overMin":40,"atMin":0}],"timesMin":[10,20,40,60,120]}' \\
    | npx @dripline/engine population --size 2000 --seed 7 --svg band.svg

  --size N      how many to draw (1000)
  --seed N      the same seed gives the same band on every machine (1)
  --spread WHAT variability (people differ), uncertainty (the numbers themselves are uncertain), or both

"variability" may be left out where the model printed its own; "patients-borrowed" takes one from other studies;
{"cl":0.25,"v1":0.3} gives coefficients of variation by parameter.`,
  flags: { alone: [], withValue: ['size', 'seed', 'spread'] },
  run: (given) => {
    const asked = readPopulationCase(flagsInto(readCase(given.files), given, ['size', 'seed'], ['spread']))
    const output = populationCase(asked, progress('people drawn'))
    const { timesMin, plasmaNgPerMl: plasma, effectSiteNgPerMl: site } = output
    put(
      {
        json: output,
        table: {
          columns: [
            { title: 'min', values: timesMin },
            ...shown.map((level) => ({ title: `plasma ${level} ng/mL`, values: plasma[level] })),
            ...(site ? shown.map((level) => ({ title: `site ${level} ng/mL`, values: site[level] })) : []),
          ],
        },
        notes: [
          '',
          `${output.size} drawn with seed ${output.seed}: ${output.spread}; ${output.model}, ${output.drug}; a model estimate.`,
        ],
        warnings: output.warnings,
        plot: {
          title: `${output.model}: ${output.size} people like this one`,
          caption: `Band: the middle 90 of 100, by ${output.spread}. Seed ${output.seed}. A model estimate.`,
          xLabel: 'minutes',
          yLabel: 'ng/mL',
          x: timesMin,
          lines: [
            { label: 'plasma', values: plasma.p50, band: { low: plasma.p5, high: plasma.p95 } },
            ...(site ? [{ label: 'effect site', values: site.p50, band: { low: site.p5, high: site.p95 } }] : []),
          ],
        },
      },
      given,
    )
  },
}

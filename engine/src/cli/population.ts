import { type PopulationCase, type PopulationOutput, populationCase, readPopulationCase } from '../case-file/population.ts'
import type { Plot } from '../plot/shape.ts'
import { caseFlags, caseHelp, readCaseWithFlags } from './case-flags.ts'
import type { Command } from './command.ts'
import { flagsInto } from './json.ts'
import { put } from './output.ts'
import { progress } from './progress.ts'
import { signature } from './signature.ts'
import { closeTimes, timeAxis } from './time-axis.ts'

const shown = ['p5', 'p25', 'p50', 'p75', 'p95'] as const

export const population: Command = {
  name: 'population',
  about: 'where people like this one would lie: bands over a drawn population',
  help: `Reads a case as simulate does, and how people differ.

  echo '{"model":"kamp-2020","subject":{"weightKg":70},"variability":"patients-borrowed",
         "regimen":[{"infuseMgPerKg":0.5,"overMin":40,"atMin":0}],"timesMin":[10,20,40,60,120]}' \\
    | npx @dripline/engine population --size 2000 --seed 7 --svg band.svg

  --size N         how many to draw (1000)
  --seed N         the same seed gives the same band on every machine (1)
  --spread WHAT    variability (people differ), uncertainty (the numbers themselves are uncertain), or both
  --model ID
${caseHelp}

"variability" may be left out where the model printed its own; "patients-borrowed" takes one from other studies;
{"cl":0.25,"v1":0.3} gives coefficients of variation by parameter.`,
  flags: { alone: [], withValue: ['size', 'seed', 'spread', 'model', ...caseFlags] },
  run: (given) => {
    const asked = readPopulationCase(flagsInto(readCaseWithFlags(given), given, ['size', 'seed'], ['spread']))
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
        notes: ['', `${output.size} drawn with seed ${output.seed}: ${output.spread}.`, signature(output.model, output.drug)],
        warnings: output.warnings,
        plot: () => plotOf(populationCase({ ...asked, timesMin: pictured(asked) })),
      },
      given,
    )
  },
}

/** As close as a crowd of this size can be followed soon. */
const pictured = ({ regimen, absorbed, timesMin, size }: PopulationCase) =>
  closeTimes({ regimen, absorbed }, timesMin, Math.max(60, Math.min(200, Math.floor(400_000 / size))))

function plotOf({ model, drug, size, seed, spread, timesMin, plasmaNgPerMl, effectSiteNgPerMl }: PopulationOutput): Plot {
  const bandsOf = ({ p5, p25, p75, p95 }: PopulationOutput['plasmaNgPerMl']) => [
    { low: p5, high: p95 },
    { low: p25, high: p75 },
  ]
  return {
    title: `${model}: ${size} people like this one, ${drug}`,
    caption: `Lines: medians. Bands: the middle 50 and 90 of 100, by ${said[spread]}. Seed ${seed}. A model estimate.`,
    ...timeAxis(timesMin),
    panels: [
      { yLabel: 'plasma, ng/mL', lines: [{ label: 'plasma', values: plasmaNgPerMl.p50, bands: bandsOf(plasmaNgPerMl) }] },
      ...(effectSiteNgPerMl
        ? [
            {
              yLabel: 'effect site, ng/mL',
              lines: [{ label: 'effect site', values: effectSiteNgPerMl.p50, bands: bandsOf(effectSiteNgPerMl) }],
            },
          ]
        : []),
    ],
  }
}

const said = {
  variability: 'variability between people',
  uncertainty: 'the uncertainty of the model’s own numbers',
  both: 'variability between people and the uncertainty of the model’s own numbers',
} as const

import { labCase, readLab } from '../case-file/lab.ts'
import { cut } from '../plot/words.ts'
import type { Arguments } from './arguments.ts'
import { put } from './output.ts'
import { progress } from './progress.ts'
import { timeAxis } from './time-axis.ts'

/** Writes every curve of a file that the lab made. */
export function putLab(value: unknown, given: Arguments): void {
  const lab = readLab(value)
  const output = labCase(lab, progress('curves drawn'))
  const { curves, spread } = output
  const timesMin = curves[0].typical.timesMin
  put(
    {
      json: output,
      table: {
        columns: [
          { title: 'min', values: timesMin },
          ...curves.flatMap(({ model, regimen, typical, population }) => [
            { title: `${regimen}, ${model} ng/mL`, values: typical.plasmaNgPerMl },
            { title: 'p5', values: population.plasmaNgPerMl.p5 },
            { title: 'p95', values: population.plasmaNgPerMl.p95 },
          ]),
        ],
      },
      notes: [
        '',
        ...spread.map(
          ({ regimen, atMin, highest, lowest, highestOverLowest }) =>
            `${regimen} at ${atMin} min: highest over lowest ${highestOverLowest?.toPrecision(3) ?? 'not known'} (${highest} over ${lowest})`,
        ),
        'Typical subjects with the middle 90 of 100 people drawn; a model estimate.',
      ],
      warnings: [
        ...output.warnings,
        ...curves.flatMap(({ model, population }) =>
          population.warnings.map(({ message }) => ({ message: message.startsWith(model) ? message : `${model}: ${message}` })),
        ),
      ].filter(({ message }, i, all) => all.findIndex((one) => one.message === message) === i),
      plot: () => ({
        title: `${curves.length} curves`,
        caption: 'Lines: typical subjects. Bands: the middle 90 of 100 people drawn. A model estimate.',
        ...timeAxis(timesMin),
        panels: [
          {
            yLabel: 'plasma, ng/mL',
            lines: curves.map(({ model, regimen, typical, population: { plasmaNgPerMl: band } }) => ({
              label: `${cut(regimen, 16)}, ${model}`,
              values: typical.plasmaNgPerMl,
              bands: [{ low: band.p5, high: band.p95 }],
            })),
          },
        ],
      }),
    },
    given,
  )
}

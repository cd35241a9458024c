import { type ForecastOutput, forecastCase, readForecastCase } from '../case-file/forecast.ts'
import type { Window } from '../forecast/shape.ts'
import type { Command } from './command.ts'
import { readCase } from './json.ts'
import { put } from './output.ts'
import { readColumns } from './read-csv.ts'

export const forecast: Command = {
  name: 'forecast',
  about: 'how long relief may last for one person, from scores so far and doses really given',
  help: `Day 0 is the end of the last infusion of the course. Scores are whole numbers 0 to 10, at most one a day.

  echo '{"doses":[{"startDay":-4.1667,"endDay":0,"mg":2000,"drug":"s-ketamine"}],
         "weightKg":70,"baseline":{"mean":7,"scores":7},
         "scores":[{"daysAfterCourse":1,"score":2},{"daysAfterCourse":2,"score":2},{"daysAfterCourse":3,"score":3},
                   {"daysAfterCourse":4,"score":2},{"daysAfterCourse":5,"score":2}],
         "nowDaysAfterCourse":5,"seed":1}' | npx @dripline/engine forecast

  --scores FILE.csv   scores from a file with the columns daysAfterCourse,score instead
  --svg FILE          the fan of relief as a picture

Also known: horizonDays, datesAfterNow, visitDays, planned (doses that might be given; the window does without them).`,
  flags: { alone: [], withValue: ['scores'] },
  run: (given) => {
    const value = readCase(given.files)
    const file = given.values.get('scores')
    const scores = file === undefined ? {} : { scores: readColumns(file, ['daysAfterCourse', 'score']) }
    const output = forecastCase(readForecastCase({ ...Object(value), ...scores }))
    const { relief, daysAfterCourse } = output
    put(
      {
        json: output,
        table: {
          columns: [
            { title: 'until day', values: output.holds.map((hold) => hold.daysAfterCourse) },
            { title: 'chance that relief holds', values: output.holds.map(({ underlying }) => underlying) },
            { title: 'as two visits report it', values: output.holds.map(({ reported }) => reported) },
          ],
        },
        notes: ['', ...words(output)],
        warnings: output.leftOut.map((score) => ({
          about: 'observations',
          message: `the score of day ${score.daysAfterCourse} is left out: ${score.because}`,
        })),
        plot: {
          title: 'Relief, if nothing more is given',
          caption: `Model estimate (${output.model.kinetics}, ${output.model.effect}); band: the middle 90 of 100. Not modelled: other drugs, tolerance.`,
          xLabel: 'days after the last infusion',
          yLabel: 'relief, % of baseline pain',
          x: daysAfterCourse,
          lines: [
            { label: 'median', values: positive(relief.p50), band: { low: positive(relief.p5), high: positive(relief.p95) } },
          ],
        },
      },
      given,
    )
  },
}

const positive = (values: readonly number[]) => values.map((value) => 100 * Math.max(0, value))
const percent = (chance: number) => `${Math.round(100 * chance)} %`

function words({ drugActs, prior, cannotSay, window: found, inference }: ForecastOutput): string[] {
  const acts = `chance that the drug acts: ${percent(drugActs)} (before any score ${percent(prior.drugActs)})`
  const silent = cannotSay.length > 0 ? [`cannot say yet: ${cannotSay.join('; ')}`] : []
  return [
    acts,
    ...silent,
    windowWords(found),
    `model estimate; effective size ${Math.round(inference.effectiveSize)} of ${inference.draws} draws`,
  ]
}

function windowWords(found: Window): string {
  if (found.kind === 'none') return `no window: ${found.because}`
  if (found.kind === 'cannot say yet') return `no window yet: ${found.because} (its middle half spans ${found.spanDays} days)`
  const day = (value: number | null) => (value === null ? 'later than shown' : `day ${value.toFixed(1)}`)
  return `window: ${day(found.opensDaysAfterCourse)} to ${day(found.closesDaysAfterCourse)}. ${found.means}`
}

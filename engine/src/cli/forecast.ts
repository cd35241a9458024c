import { type ForecastOutput, forecastCase, readForecastCase } from '../case-file/forecast.ts'
import type { ForecastInput, Window } from '../forecast/shape.ts'
import type { Arguments } from './arguments.ts'
import type { Command } from './command.ts'
import { picture } from './forecast-picture.ts'
import { flagsInto, readCase } from './json.ts'
import { put } from './output.ts'
import { readColumns } from './read-csv.ts'
import type { Table } from './table.ts'

export const forecast: Command = {
  name: 'forecast',
  about: 'how long relief may last for one person, from scores so far and doses really given',
  help: `Day 0 is the end of the last infusion of the course. Scores are whole numbers 0 to 10, at most one a day.

  echo '{"doses":[{"startDay":-4.1667,"endDay":0,"mg":2000,"drug":"s-ketamine"}],
         "weightKg":70,"baseline":{"mean":7,"scores":7},
         "scores":[{"daysAfterCourse":1,"score":2},{"daysAfterCourse":2,"score":2},{"daysAfterCourse":3,"score":3},
                   {"daysAfterCourse":4,"score":2},{"daysAfterCourse":5,"score":2}],
         "nowDaysAfterCourse":5,"seed":1}' | npx @dripline/engine forecast

The rest of the case beside tables of scores and doses:

  printf 'daysAfterCourse,score\\n1,2\\n2,2\\n3,3\\n4,2\\n' > scores.csv
  echo '{"doses":[{"startDay":-4.1667,"endDay":0,"mg":2000,"drug":"s-ketamine"}],"weightKg":70,
         "baseline":{"mean":7,"scores":7}}' > person.json
  npx @dripline/engine forecast person.json --scores scores.csv --now 5 --svg relief.svg

  --scores FILE.csv  scores, with the columns daysAfterCourse,score
  --doses FILE.csv   doses really given, with the columns startDay,endDay,mg,drug
  --now DAY          days after the course              --seed N  of the draws (1); one for all forecasts of a person
  --prior NAME       literature-2026 (unless said) or hedged-2026

Also known: horizonDays, datesAfterNow, visitDays, planned (doses that might be given; the window does without them).
While it cannot say, it shows the scores and the chances before any score, and no more; --json holds everything.`,
  flags: { alone: [], withValue: ['scores', 'doses', 'now', 'seed', 'prior'] },
  run: (given) => {
    const asked = readForecastCase(withTables(given))
    const output = forecastCase(asked)
    put(
      {
        json: output,
        table: output.cannotSay.length > 0 ? scoresOf(asked) : chancesOf(output),
        notes: ['', ...words(output)],
        warnings: output.leftOut.map((score) => ({
          about: 'observations',
          message: `the score of day ${score.daysAfterCourse} is left out: ${score.because}`,
        })),
        plot: () => picture(asked, output),
      },
      given,
    )
  },
}

function withTables(given: Arguments): unknown {
  const value = flagsInto(readCase(given.files), given, ['seed'], ['prior'], { now: 'nowDaysAfterCourse' })
  const [scores, doses] = ['scores', 'doses'].map((name) => given.values.get(name))
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return {
    ...value,
    ...(scores !== undefined && { scores: readColumns(scores, { needed: ['daysAfterCourse', 'score'], known: [] }) }),
    ...(doses !== undefined && { doses: readColumns(doses, { needed: ['startDay', 'endDay', 'mg', 'drug'], known: [] }) }),
  }
}

const chancesOf = ({ holds }: ForecastOutput): Table => ({
  columns: [
    { title: 'until day', values: holds.map((hold) => hold.daysAfterCourse) },
    { title: 'chance that relief holds', values: holds.map(({ underlying }) => underlying) },
    { title: 'as two visits report it', values: holds.map(({ reported }) => reported) },
  ],
})

const scoresOf = ({ scores }: ForecastInput): Table => ({
  columns: [
    { title: 'day', values: scores.map(({ daysAfterCourse }) => daysAfterCourse) },
    { title: 'score', values: scores.map(({ score }) => score) },
  ],
})

const percent = (chance: number) => `${Math.round(100 * chance)} %`

function words({ drugActs, prior, cannotSay, window: found, inference }: ForecastOutput): string[] {
  const before = `before any score ${percent(prior.drugActs)}`
  if (cannotSay.length > 0)
    return [`cannot say yet: ${cannotSay.join('; ')}`, `chance that the drug acts, ${before}; a model estimate`]
  return [
    `chance that the drug acts: ${percent(drugActs)} (${before})`,
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

import type { Outcome, Picture, Row } from '../group.ts'
import {
  brier,
  brierReported,
  byTenths,
  coverage,
  everyFourWeeks,
  landmark,
  landmarkBands,
  nearest,
  type Population,
  pinball,
  type Rival,
  rankCounts,
} from './measures.ts'
import { ranksPicture } from './ranks-picture.ts'
import { askedAt, type Record } from './record.ts'
import type { Truth } from './truths.ts'

export type Heard = { truth: Truth; records: readonly Record[]; people: number }

type Scores = { ours: number; landmark: number; knowing: number; population: number; fourWeeks: number; nearest: number }

const three = (value: number) => value.toFixed(3)
const percent = (value: number) => (100 * value).toFixed(1)
const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]) => [
  line(head),
  line(head.map(() => '---')),
  ...rows.map(line),
  '',
]

const reports = ({ reportsRelief }: Record) => reportsRelief
const isWell = ({ inRelief }: Record) => inRelief
const ours: Rival = ({ said }) => said
const prior =
  (known: Population): Rival =>
  ({ course, now }) =>
    known.holds[course][askedAt.indexOf(now)]

function scoresOf(records: readonly Record[], all: readonly Record[], known: Population): Scores {
  return {
    ours: brier(records, ours),
    landmark: brier(records, landmark(all, reports)),
    knowing: brier(records, landmark(all, isWell)),
    population: brier(records, prior(known)),
    fourWeeks: brier(records, everyFourWeeks),
    nearest: brier(records, nearest(all)),
  }
}

/** Everything the page says of the forecast, from the records. */
export function report(heard: readonly Heard[], known: Population, isFull: boolean): Outcome {
  const measured = heard.map(({ truth, records, people }) => ({
    truth,
    people,
    records,
    covered: coverage(records),
    all: scoresOf(records, records, known),
    inRelief: scoresOf(records.filter(reports), records, known),
    reported: brierReported(records, ({ reportedSaid }) => reportedSaid),
    reportedFour: brierReported(records, everyFourWeeks),
    pinball: pinball(records, ({ bands }) => bands),
    pinballLandmark: pinball(records, landmarkBands(records, reports)),
    pinballPopulation: pinball(records, ({ course, now }) => known.bands[course][askedAt.indexOf(now)]),
  }))
  const rows = measured.flatMap((one) => rowsOf(one, isFull))
  const sbc = heard.find(({ truth }) => truth.id === 'matched')
  const ranked = sbc ? ranksOf(sbc.records) : { rows: [], pictures: [] }
  const all = [...rows, ...(isFull ? ranked.rows : [])]
  return {
    rows: all,
    text: [
      'Virtual people drawn from a truth of which the forecast is not told, five courses alike, asked on days 3, 7, 14, 28 and 42 for 7, 14, 28 and 42 days ahead.',
      'Nobody real is in it. *Own landmark* is the curve of the same virtual clinic’s other people after the same course whose last score, like this one’s, says',
      'relief or not, with what truly came of them; *all-knowing* is the same by true relief, which no clinic can see: it stands there as a limit. *Nearest* are',
      'the twenty others whose last three scores are nearest, with what truly came of them. Brier score of "relief of 30 % holds until": less is better.',
      '',
      ...table(
        ['truth', 'people', 'cover 50', 'cover 90', 'ours', 'own landmark', 'population', 'four weeks', 'nearest', 'all-knowing'],
        measured.map(({ truth, people, covered, all: s }) => [
          truth.title,
          people,
          percent(covered.half),
          percent(covered.most),
          `**${three(s.ours)}**`,
          three(s.landmark),
          three(s.population),
          three(s.fourWeeks),
          three(s.nearest),
          three(s.knowing),
        ]),
      ),
      'The same of those whose last score says relief; then the event as two failing visits report it, and the pinball loss of relief:',
      '',
      ...table(
        [
          'truth',
          'in relief: ours',
          'own landmark',
          'nearest',
          'reported: ours',
          'four weeks',
          'pinball: ours',
          'own landmark',
          'population',
        ],
        measured.map((m) => [
          m.truth.title,
          `**${three(m.inRelief.ours)}**`,
          three(m.inRelief.landmark),
          three(m.inRelief.nearest),
          `**${three(m.reported)}**`,
          three(m.reportedFour),
          `**${three(m.pinball)}**`,
          three(m.pinballLandmark),
          three(m.pinballPopulation),
        ]),
      ),
      ...tenths(sbc?.records ?? []),
      ...whereItDoesNotWin(measured),
    ],
    pictures: ranked.pictures,
    passed: all.every(({ verdict }) => verdict !== 'FAIL'),
  }
}

type Measured = {
  truth: Truth
  people: number
  records: readonly Record[]
  covered: { half: number; most: number }
  all: Scores
  inRelief: Scores
  pinball: number
  pinballLandmark: number
  pinballPopulation: number
}

const row = (id: string, what: string, expected: string, got: string, holds: boolean): Row => ({
  id,
  what,
  expected,
  tolerance: '',
  got,
  verdict: holds ? 'pass' : 'FAIL',
})

/** What must hold: coverage where the truth is as believed and where it is rich; better than the three plain rules everywhere. */
function rowsOf({ truth, covered, all, pinball: loss, pinballLandmark, pinballPopulation }: Measured, isFull: boolean): Row[] {
  const isCovered = truth.id === 'matched' || truth.id === 'rich'
  // A slice has a tenth of the people, and three times the error.
  const slack = isFull ? 0 : 15
  const within = (value: number, low: number, high: number) => 100 * value >= low - slack && 100 * value <= high + slack
  return [
    ...(isCovered
      ? [
          row(
            'coverage',
            `${truth.title}: middle half of relief`,
            '45–55 %',
            `${percent(covered.half)} %`,
            within(covered.half, 45, 55),
          ),
          row(
            'coverage',
            `${truth.title}: middle nine tenths of relief`,
            '85–95 %',
            `${percent(covered.most)} %`,
            within(covered.most, 85, 95),
          ),
        ]
      : []),
    row(
      'Brier',
      `${truth.title}: below every four weeks`,
      `< ${three(all.fourWeeks)}`,
      three(all.ours),
      all.ours < all.fourWeeks,
    ),
    row(
      'Brier',
      `${truth.title}: below the population curve`,
      `< ${three(all.population)}`,
      three(all.ours),
      all.ours < all.population,
    ),
    ...(isFull
      ? [
          row(
            'Brier',
            `${truth.title}: below the clinic’s own landmark curve`,
            `< ${three(all.landmark)}`,
            three(all.ours),
            all.ours < all.landmark,
          ),
          row(
            'pinball',
            `${truth.title}: below the clinic’s own landmark curve`,
            `< ${three(pinballLandmark)}`,
            three(loss),
            loss < pinballLandmark,
          ),
          row(
            'pinball',
            `${truth.title}: below the population curve`,
            `< ${three(pinballPopulation)}`,
            three(loss),
            loss < pinballPopulation,
          ),
        ]
      : []),
  ]
}

const quantities = ['relief +14 d', 'relief +42 d', 'noise', 'correlation', 'usual pain', 'half-life', 'C50', 'largest effect']
// The 99.9 % point of χ² with nine degrees of freedom: eighty rows of ranks are looked at.
const mostChiSquare = 27.88

/** Simulation-based calibration: ranks of the truth among the draws are even. */
function ranksOf(records: readonly Record[]): { rows: Row[]; pictures: Picture[] } {
  const perDay = quantities.flatMap((title, q) =>
    askedAt.map((now) => ({
      title,
      now,
      ...rankCounts(records.filter((record) => record.now === now).map(({ ranks }) => ranks[q])),
    })),
  )
  const worst = perDay.reduce((a, b) => (b.chiSquare > a.chiSquare ? b : a))
  return {
    rows: [
      row(
        'ranks',
        `simulation-based calibration: the least even of ${perDay.length} rows of ranks (${worst.title}, asked on day ${worst.now}), χ² with 9 d.f.`,
        `< ${mostChiSquare}`,
        worst.chiSquare.toFixed(1),
        worst.chiSquare < mostChiSquare,
      ),
    ],
    pictures: [
      {
        name: 'forecast-ranks.svg',
        title: 'Ranks of the truth among the draws of the forecast',
        svg: ranksPicture(
          quantities.map((title, q) => ({
            title,
            counts: rankCounts(records.filter(({ now }) => now === 14).map(({ ranks }) => ranks[q])).counts,
          })),
        ),
      },
    ],
  }
}

const tenths = (records: readonly Record[]) => [
  'Chances said, by tenths, and how often it came so (the truth as believed):',
  '',
  ...table(
    ['said', 'came', 'of'],
    byTenths(records)
      .filter(({ n }) => n > 0)
      .map(({ said, came, n }) => [three(said), three(came), n]),
  ),
]

function whereItDoesNotWin(measured: readonly Measured[]): string[] {
  const rivals = ['landmark', 'population', 'fourWeeks', 'nearest', 'knowing'] as const
  const names = {
    landmark: 'own landmark',
    population: 'the population curve',
    fourWeeks: 'every four weeks',
    nearest: 'nearest',
    knowing: 'the all-knowing landmark',
  }
  const lost = measured.flatMap(({ truth, all, inRelief }) =>
    rivals.flatMap((rival) => [
      ...(all.ours < all[rival]
        ? []
        : [`- ${truth.title}, all: ${three(all.ours)} against ${three(all[rival])} of ${names[rival]}`]),
      ...(inRelief.ours < inRelief[rival]
        ? []
        : [
            `- ${truth.title}, those who say relief: ${three(inRelief.ours)} against ${three(inRelief[rival])} of ${names[rival]}`,
          ]),
    ]),
  )
  const wide = measured
    .filter(({ covered }) => Math.abs(covered.half - 0.5) > 0.03 || Math.abs(covered.most - 0.9) > 0.03)
    .map(
      ({ truth, covered }) =>
        `- ${truth.title}: bands cover ${percent(covered.half)} and ${percent(covered.most)} %, not 50 and 90`,
    )
  const dates = measured.map(({ truth, records }) => `${truth.title} ${dateError(records)} d`).join('; ')
  return [
    '### Where it does not win',
    '',
    ...(lost.length + wide.length === 0 ? ['- nowhere in this run'] : [...lost, ...wide]),
    `- The *date* stays hard. Of those in relief, the median day said misses the day of loss by, on average: ${dates}.`,
    '- The chance that the drug acts leans on its prior: see the truth in which it acts in few.',
    ...measured
      .filter(({ truth }) => truth.id === 'few')
      .map(({ records }) => {
        const late = records.filter(({ now }) => now === 14)
        const said = late.reduce((sum, { drugActs }) => sum + drugActs, 0) / late.length
        return `  On day 14 it says ${percent(said)} % on average, where it acts in ${percent(late.filter(({ kind }) => kind > 0).length / late.length)} %.`
      }),
    '',
  ]
}

function dateError(records: readonly Record[]): string {
  const inRelief = records.filter((record) => record.inRelief)
  return (inRelief.reduce((sum, { medianLoss, loss }) => sum + Math.abs(medianLoss - loss), 0) / inRelief.length).toFixed(1)
}

import type { Measured } from './measured.ts'
import { byTenths, type Share } from './measures.ts'
import type { Record } from './record.ts'

export const three = (value: number | undefined) => (value === undefined ? '' : value.toFixed(3))
export const percent = (value: number) => (100 * value).toFixed(1)
const two = (value: number | undefined) => (value === undefined ? '' : value.toFixed(2))
const bold = (text: string) => `**${text}**`
const covers = ({ share, se }: Share) => `${percent(share)} ± ${percent(se)}`

const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]) => [
  line(head),
  line(head.map(() => '---')),
  ...rows.map(line),
  '',
]

const intro = [
  'Virtual people drawn from a truth of which the forecast is not told, five courses alike, asked on days 3, 7, 14, 28 and 42 for 7, 14, 28 and 42 days ahead.',
  'Nobody real is in it. *Own landmark* is the curve of the same virtual clinic’s other people after the same course whose last score, like this one’s, says',
  'relief or not, with what truly came of them; *all-knowing* is the same by true relief, which no clinic can see: it stands there as a limit. *Nearest* are',
  'the twenty others whose last three scores are nearest, with what truly came of them. Brier score of "relief of 30 % holds until": less is better.',
]

const sameLuck = [
  'Coverage with its standard error over people. Every truth has the same people, so that a difference between rows is the truth’s and not that of luck: the',
  'row of the first people under the truth as believed is what the rows of as many are to be read against.',
]

/** Coverage and the Brier score of holding, by truth. */
export const holdingTable = (measured: readonly Measured[]) => [
  ...intro,
  '',
  ...sameLuck,
  '',
  ...table(
    ['truth', 'people', 'cover 50', 'cover 90', 'ours', 'own landmark', 'population', 'four weeks', 'nearest', 'all-knowing'],
    measured.map(({ truth, people, covered, brier }) => [
      truth.detail ? `${truth.title}: ${truth.detail}` : truth.title,
      people,
      covers(covered.half),
      covers(covered.most),
      bold(three(brier.ours)),
      three(brier.landmark),
      three(brier.population),
      three(brier.fourWeeks),
      three(brier.nearest),
      three(brier.knowing),
    ]),
  ),
]

/** The same of those in relief; then what is reported. */
export const reliefTable = (measured: readonly Measured[]) => [
  'Brier scores of those whose last score says relief; then of the event as two failing reports in a row show it, the last score heard being perhaps the first:',
  '',
  ...table(
    ['truth', 'in relief: ours', 'own landmark', 'population', 'nearest', 'reported: ours', 'own landmark', 'four weeks'],
    measured.map(({ truth, brierInRelief, reported }) => [
      truth.title,
      bold(three(brierInRelief.ours)),
      three(brierInRelief.landmark),
      three(brierInRelief.population),
      three(brierInRelief.nearest),
      bold(three(reported.ours)),
      three(reported.landmark),
      three(reported.fourWeeks),
    ]),
  ),
]

/** Pinball losses, of relief and of the day of loss. */
export const pinballTable = (measured: readonly Measured[]) => [
  'Pinball loss over the quantiles 5, 25, 50, 75 and 95 %, of relief and of the day on which it is lost (days from now). *Every four weeks* names a day and no',
  'relief, so it is scored on the day; its five quantiles are all day 28.',
  '',
  ...table(
    [
      'truth',
      'relief: ours',
      'own landmark',
      'population',
      'day of loss: ours',
      'own landmark',
      'population',
      'four weeks',
      'day, in relief: ours',
      'own landmark',
      'population',
      'four weeks',
    ],
    measured.map(({ truth, relief, day, dayInRelief }) => [
      truth.title,
      bold(three(relief.ours)),
      three(relief.landmark),
      three(relief.population),
      ...[day, dayInRelief].flatMap((of) => [bold(two(of.ours)), two(of.landmark), two(of.population), two(of.fourWeeks)]),
    ]),
  ),
]

export const tenthsTable = (records: readonly Record[]) => [
  'Chances said, by tenths, and how often it came so (the truth as believed):',
  '',
  ...table(
    ['said', 'came', 'of'],
    byTenths(records)
      .filter(({ n }) => n > 0)
      .map(({ said, came, n }) => [three(said), three(came), n]),
  ),
]

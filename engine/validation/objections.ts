import { fromRows, type Group, type Row, type Work } from './group.ts'
import { type Design, designs } from './objections/designs.ts'
import { gained, judged, sampled } from './objections/play.ts'
import { type Played, played } from './objections/slips.ts'

/** Fits with nothing wrong, and fits with each slip, of each design. */
const people = { full: { sound: 2000, wrong: 500 }, slice: { sound: 60, wrong: 12 } }
const most = 0.01
const least = 0.9

const percent = (share: number) => `${(100 * share).toFixed(1)} %`
const shareOf = (all: readonly boolean[]) => all.filter(Boolean).length / all.length

function soundRow(design: Design, { size }: Work): Row {
  const count = people[size].sound
  const share = shareOf(Array.from({ length: count }, (_, i) => judged(design, sampled(design, i)).objects))
  // A slice is small: it may hold by chance what would be too much of the whole.
  const allowed = size === 'full' ? most : 0.08
  return {
    id: 'nothing wrong',
    what: `${design.title}: of ${count} fits with nothing wrong, how many object`,
    expected: `≤ ${percent(most)}`,
    tolerance: '',
    got: percent(share),
    verdict: share <= allowed ? 'pass' : 'FAIL',
  }
}

/** The share that the likelihood ratio of this very slip, known beforehand, would find while it accuses one sound fit in a hundred. */
function bestPower(design: Design, slip: Played, count: number): number {
  const cases = Array.from({ length: count }, (_, i) => sampled(design, 10_000 + i))
  const sound = cases.map((one) => gained(design, one, slip)).sort((a, b) => a - b)
  const limit = sound[Math.floor((1 - most) * count)]
  return shareOf(cases.map((one) => gained(design, slip.wrong(one), slip) > limit))
}

function slipRows(design: Design, slip: Played, { size }: Work): Row[] {
  const count = people[size].wrong
  const found = Array.from({ length: count }, (_, i) => judged(design, slip.wrong(sampled(design, i))))
  const objecting = found.filter(({ objects }) => objects)
  const share = objecting.length / count
  const right = shareOf(objecting.map(({ slips }) => slips[0]?.id === slip.id))
  const short = share < least
  const best = short ? bestPower(design, slip, Math.max(100, count)) : 1
  const row = (what: string, expected: string, got: string, verdict: Row['verdict'], why?: string): Row => ({
    id: slip.id,
    what: `${design.title}: ${slip.name}, ${what}`,
    expected,
    tolerance: '',
    got,
    verdict,
    ...(why && { why }),
  })
  const objects = row(
    `of ${count} fits, how many object`,
    `≥ ${percent(least)}`,
    percent(share),
    short ? (best < least + (size === 'full' ? 0 : 0.05) ? 'does not fit' : 'FAIL') : 'pass',
    short
      ? `six samples do not tell it from a person: the likelihood ratio of this very slip, known beforehand and accusing one sound fit in a hundred, would find ${percent(best)}`
      : undefined,
  )
  if (short && best < 0.5) return [objects]
  return [objects, row('named first among those', '> 50 %', percent(right), right > 0.5 ? 'pass' : 'FAIL')]
}

export const objections: Group = {
  id: 'objections',
  title: 'A fit that says when it does not fit',
  about:
    'Virtual people are drawn from the very model that fits them, six samples each, and fitted as they were measured, then with one slip of the pen. A fit objects when the ' +
    'joint chance of all its tests (Σ residual² with the distance from the prior, each alone, the largest residual corrected for their number, a factor common to all samples, one session ' +
    'against the others, the least likely sample below its limit) is under 0.0065; a factor common to all weighs most, since most slips are one. ' +
    'It must not object to more than one in a hundred with nothing wrong. Where even the best test there is could not find a slip from six samples, the row says so and stays.',
  file: import.meta.filename,
  run: (work) => {
    const all = designs.flatMap((design) => [undefined, ...played].map((slip) => ({ design, slip })))
    return fromRows(
      all.flatMap(({ design, slip }, i) => {
        work.progress(i, all.length)
        return slip ? slipRows(design, slip, work) : [soundRow(design, work)]
      }),
    )
  },
}

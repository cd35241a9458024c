import { type Model, versions } from '@dripline/engine'
import type { Twin } from '../../../charts/chart.tsx'
import { type FanPoint, thin } from '../../../charts/fan.tsx'
import type { FanRow } from '../../../charts/model-fans.tsx'
import type { Compared } from '../../../data/lab.ts'
import { quantity, saySpan } from '../../../ui/index.tsx'
import type { Draft } from './draft.ts'
import type { DrawnCurve } from './export.ts'
import type { Drawn, Good } from './use-lab.ts'
import { nameOf, sayLevel, sayRegimen } from './words.ts'

const known: Readonly<Record<string, string>> = versions
const MINUTES_PER_HOUR = 60

type Which = { model: string; regimen: string }
const isSame = (one: Which) => (other: Which) => one.model === other.model && one.regimen === other.regimen

/** A regimen’s name and what it is: "A: 0.5 mg/kg over 40 min". */
export const labelOf = ({ regimens }: Draft) => {
  const words = new Map(regimens.map(({ name, doses }) => [name, `${name}: ${sayRegimen(doses)}`]))
  return (name: string) => words.get(name) ?? name
}

/** Every curve with its band, once that is there. */
export const curvesOf = ({ lines, fans }: Pick<Drawn, 'lines' | 'fans'>, { lab }: Good): DrawnCurve[] =>
  lines.map((line) => ({
    model: line.model,
    regimen: line.regimen,
    version: known[line.model] ?? 'not known',
    spread: spreadOf(lab, line),
    points: line.points,
    fan: fans.find(isSame(line))?.points,
  }))

/** Whose spread between people a band shows: the model’s own, or another’s. */
const spreadOf = ({ curves }: Good['lab'], which: Which) => {
  const { id, basis } = curves.find(isSame(which))?.asked.variability ?? {}
  return id === undefined ? '' : `${id} (${basis === 'source' ? 'published with the model' : basis})`
}

/** The curves as panels, a row for each regimen. */
export function panelsOf(curves: readonly DrawnCurve[], { compared, formerFans }: Drawn, { lab, draft }: Good): FanRow[] {
  const label = labelOf(draft)
  return [...new Set(curves.map(({ regimen }) => regimen))].map((regimen) => ({
    label: label(regimen),
    compareAt: (lab.curves.find((curve) => curve.regimen === regimen)?.compareAtMin ?? 0) / MINUTES_PER_HOUR,
    given: givenIn(lab, regimen),
    panels: curves
      .filter((curve) => curve.regimen === regimen)
      .map((curve) => ({
        label: nameOf(curve.model),
        line: curve.points,
        fan: curve.fan,
        reach: highest(formerFans.find(isSame(curve))?.points),
        compared: at(compared.find(isSame(curve))),
      })),
  }))
}

const highest = (fan: readonly FanPoint[] = []) => Math.max(0, ...fan.map(({ p95 }) => p95))

const at = (row: Compared | undefined) => row && { value: row.typical, words: sayLevel(row.typical) }

/** When the drug runs in, in hours. */
const givenIn = ({ curves }: Good['lab'], regimen: string) =>
  (curves.find((curve) => curve.regimen === regimen)?.asked.regimen ?? []).map(({ from, minutes }) => ({
    from: from / MINUTES_PER_HOUR,
    to: (from + minutes) / MINUTES_PER_HOUR,
  }))

/** The curves in figures, thinned so that they can be read. */
export const twinOf = (curves: readonly DrawnCurve[], what: string): Twin => ({
  caption: `Model estimate, ${what} in ng/mL`,
  head: ['regimen', 'model', 'time', 'typical subject', '50 of 100 people', '90 of 100 people'],
  rows: curves.flatMap(({ regimen, model, points, fan }) =>
    thin(
      points.map((point, i) => ({ ...point, f: fan?.[i] })),
      14,
    ).map(({ at: hours, value, f }) => [
      regimen,
      nameOf(model),
      saySpan(hours * MINUTES_PER_HOUR),
      sayLevel(value),
      f ? `${sayLevel(f.p25)} to ${sayLevel(f.p75)}` : '',
      f ? `${sayLevel(f.p5)} to ${sayLevel(f.p95)}` : '',
    ]),
  ),
})

/** Whether some regimen is compared later than the curves that were asked for. */
const isPast = ({ lab, file }: Good) => lab.curves.some(({ compareAtMin }) => compareAtMin > Number(file.timesMin.at(-1)))

const siteWords = ({ by, value, source }: Draft['site']) =>
  `${by === 'ke0PerMin' ? `ke0 ${quantity(value, 'per min')}` : `half-time ${quantity(value, 'min')}`}, ${source}`

/** Which of the models were published with an effect site, and which were not. */
function ownSites(models: readonly Model[]): string {
  const without = models.filter(({ effectSite }) => effectSite === 'not published').map(({ id }) => nameOf(id))
  const own = models.flatMap(({ id, effectSite }) =>
    effectSite === 'not published' ? [] : [`Estimated on ${nameOf(id)}: ke0 ${quantity(effectSite.ke0, 'per min')}.`],
  )
  return [...(without.length > 0 ? [`None is published with ${without.join(', ')}.`] : []), ...own].join(' ')
}

/** Whose curves these are and how they were drawn: stands under the picture and goes with it. */
export function captionOf(good: Good): string {
  const { draft, lab } = good
  const { weightKg, ageYears, sex, drug, size, seed, view, site } = draft
  const who = [quantity(weightKg, 'kg'), ageYears && quantity(ageYears, 'years'), sex].filter(Boolean).join(', ')
  const models = [...new Map(lab.curves.map(({ model, asked }) => [model, asked])).values()]
  const given = models.filter(({ variability }) => variability?.id === 'case-file').map(({ model }) => nameOf(model.id))
  const borrowed = models.filter(({ variability }) => variability?.basis === 'borrowed').map(({ model }) => nameOf(model.id))
  return [
    `For research, not a treatment plan. ${drug === 's-ketamine' ? 'S-ketamine' : 'Racemic ketamine'}; line: the typical subject of each model, ${who}.`,
    `Bands: where 50 and 90 of 100 drawn people lie (${size} drawn, seed ${seed}).`,
    borrowed.length > 0 ? `Spread borrowed from other studies: ${borrowed.join(', ')}.` : '',
    given.length > 0 ? `Spread as the opened file gives it: ${given.join(', ')}.` : '',
    view === 'effect site'
      ? `Effect site: ${siteWords(site)}, the same in everyone. ${ownSites(models.map(({ model }) => model))}`
      : '',
    isPast(good) ? 'The time of comparing lies past the end of these curves.' : '',
    models.length > 1 ? 'Thin lines: the other models.' : '',
    'Shaded: while the drug runs in. Not modeled: other drugs, illness.',
  ]
    .filter(Boolean)
    .join(' ')
}

import type { Basis } from '../basis.ts'
import { versionOf } from '../keys.ts'
import * as folder from '../thresholds/index.ts'
import { type AlertLevel, alertLevels, type Charted, type History, type Judgement, type Threshold } from '../visit/threshold.ts'
import type { Sentences } from '../words/said.ts'
import { named, saidBy } from '../words/saying.ts'

/** A charted value marked against the written policy, with all it takes to check it. */
export type Mark = Judgement & {
  threshold: string
  title: string
  policy: string
  version: string
  source: string
  basis: Basis
  at: string
}

const { versions, ...byName } = folder
export const thresholds: readonly (Threshold & { version: string })[] = Object.values(byName).map((threshold: Threshold) => ({
  ...threshold,
  version: versionOf(versions, threshold.id),
}))

/** What thresholds read, as staff read it. */
export const thresholdWords: Sentences = Object.assign({}, ...thresholds.map(({ id, says }) => named(`threshold.${id}`, says)))

const noHistory: History = { before: [], baseline: null }

/** Marks what was just charted against every threshold, worst first; one mark a sign, its highest level. */
export function judge(now: Charted, history: History = noHistory): Mark[] {
  return thresholds
    .flatMap((threshold) => {
      const judged = threshold.check(now, history)
      if (!judged) return []
      const { id, title, policy, version, source, basis } = threshold
      const reading = saidBy(`threshold.${id}`, judged.reading)
      return [
        { ...judged, reading, threshold: id, title, policy: policy[judged.level] ?? '', version, source, basis, at: now.at },
      ]
    })
    .sort((a, b) => alertLevels.indexOf(a.level) - alertLevels.indexOf(b.level))
}

/** The highest level among marks; null where there is none. */
export const highestLevel = (marks: readonly Pick<Mark, 'level'>[]): AlertLevel | null =>
  alertLevels.find((level) => marks.some((mark) => mark.level === level)) ?? null

import type { Picture, Row } from '../group.ts'
import { heldRow } from './held.ts'
import { rankCounts } from './measures.ts'
import { ranksPicture } from './ranks-picture.ts'
import { askedAt, type Record } from './record.ts'

const quantities = ['relief +14 d', 'relief +42 d', 'noise', 'correlation', 'usual pain', 'half-life', 'C50', 'largest effect']
// The 99.9 % point of χ² with nine degrees of freedom: forty rows of ranks are looked at.
const mostChiSquare = 27.88
const pictured = 14

/** Simulation-based calibration: ranks of the truth among the draws are even. */
export function ranksOf(records: readonly Record[]): { rows: Row[]; pictures: Picture[] } {
  const ranksAt = (now: number, q: number) =>
    rankCounts(records.filter((record) => record.now === now).map(({ ranks }) => ranks[q]))
  const perDay = quantities.flatMap((title, q) => askedAt.map((now) => ({ title, now, ...ranksAt(now, q) })))
  const worst = perDay.reduce((a, b) => (b.chiSquare > a.chiSquare ? b : a))
  return {
    rows: [
      heldRow(
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
        svg: ranksPicture(quantities.map((title, q) => ({ title, counts: ranksAt(pictured, q).counts }))),
      },
    ],
  }
}

import { scaleLinear } from 'd3-scale'
import type { ReactNode } from 'react'
import { Chart } from './chart.tsx'
import { type FanPoint, fanShapes, thin } from './fan.ts'
import { Band, Grid, Label, round } from './marks.tsx'

type ReliefWeeksProps = {
  /** Relief in % of the pain before, in people who respond; `at` in weeks. */
  responders: readonly FanPoint[]
  /** Of how many, how many respond: 13 of 20. */
  ofPeople: number
  responding: number
  caption: ReactNode
}

const top = 26
const foot = 286
const left = 42

/** Relief over weeks in those who respond, with its band, and the people who get none as a line of their own. */
export function ReliefWeeks({ responders, ofPeople, responding, caption }: ReliefWeeksProps) {
  const weeks = Math.max(1, ...responders.map(({ at }) => at))
  const twin = {
    caption: `Relief, % less pain: the ${responding} of ${ofPeople} who respond. ${ofPeople - responding} of ${ofPeople} get none at any time.`,
    head: ['week', 'middle', '90 of 100'],
    rows: thin(responders, 26).map((p) => [round(p.at), Math.round(p.median), `${Math.round(p.p5)} to ${Math.round(p.p95)}`]),
  }
  return (
    <Chart label="Relief over weeks, in people who respond and people who do not" caption={caption} twin={twin} width={720}>
      {(width) => {
        const isNarrow = width < 560
        const right = width - (isNarrow ? 6 : 150)
        const x = scaleLinear([0, weeks], [left, right])
        const y = scaleLinear([0, 100], [foot, top])
        const { band90, band50, middle } = fanShapes(responders, x, y)
        const ink = 'var(--dl-ink-relief)'
        const named = responders.find((p, i) => i > 0 && p.p95 < 86 && p.p95 < (responders[i - 1]?.p95 ?? 0))
        return (
          <svg viewBox={`0 0 ${width} ${foot + 30}`} aria-hidden="true">
            <Grid ticks={[0, 50, 100]} y={y} left={left} right={right} />
            <Band d={band90} ink={ink} share={90} />
            <Band d={band50} ink={ink} share={50} />
            <path d={middle ?? ''} fill="none" stroke={ink} strokeWidth="2.6" data-line="responders" />
            <g data-line30="30">
              <line
                x1={left}
                x2={right}
                y1={round(y(30))}
                y2={round(y(30))}
                stroke="var(--dl-ink-2)"
                strokeWidth="1.5"
                strokeDasharray="1.5 4"
                strokeLinecap="round"
              />
              <Label x={left - 9} y={y(30) + 4.5} anchor="end" weight={650} size={13} bare>
                30
              </Label>
              <Label
                x={isNarrow ? right : right + 12}
                y={isNarrow ? y(30) - 8 : y(30)}
                anchor={isNarrow ? 'end' : 'start'}
                ink="var(--dl-ink-2)"
              >
                30 % less pain{isNarrow ? '' : ':'}
              </Label>
              {!isNarrow && (
                <Label x={right + 12} y={y(30) + 17} ink="var(--dl-ink-2)">
                  a change worth having
                </Label>
              )}
            </g>
            <line x1={left} x2={right} y1={foot} y2={foot} stroke="var(--dl-ink)" strokeWidth="2.4" data-line="non-responders" />
            {named && (
              <Label x={x(named.at) + 8} y={y(90)} ink={ink} weight={650}>
                {responding} of {ofPeople}
                {isNarrow ? '' : ' people'}: relief that fades
              </Label>
            )}
            <Label x={left + 60} y={foot - 10} weight={650}>
              {ofPeople - responding} of {ofPeople}
              {isNarrow ? ': no relief' : ' people: no relief, at any time'}
            </Label>
            {x
              .ticks(isNarrow ? 4 : 6)
              .filter((tick) => tick === weeks || x(weeks) - x(tick) > 56)
              .map((tick) => (
                <Label
                  key={tick}
                  x={x(tick)}
                  y={foot + 20}
                  anchor={tick === weeks ? 'end' : 'middle'}
                  ink="var(--dl-ink-3)"
                  size={13}
                  bare
                >
                  {tick === 0 ? 'start' : tick === weeks ? `week ${tick}` : tick}
                </Label>
              ))}
          </svg>
        )
      }}
    </Chart>
  )
}

import { Chart } from '../charts/chart.tsx'
import { ConcentrationChart } from '../charts/concentration-chart.tsx'
import { Hills } from '../charts/hills.tsx'
import { IntervalRows } from '../charts/interval-rows.tsx'
import { ModelFans } from '../charts/model-fans.tsx'
import { OutcomeInterval } from '../charts/outcome-interval.tsx'
import { RoomAxis, RoomBar } from '../charts/room-timeline.tsx'
import { SessionChart } from '../charts/session-chart.tsx'
import { blankRecord, fanOf, now, record, zone } from './made-up.ts'
import type { Specimen } from './specimen.ts'

const hours = Array.from({ length: 33 }, (_, i) => i / 4)
const plasma = fanOf(hours, (hour) => 180 * (hour < 4 ? 1 - Math.exp(-hour) : 0.98 * Math.exp(4 - hour)))
const site = fanOf(hours, (hour) => 170 * (hour < 4 ? 1 - Math.exp(-hour * 0.8) : 0.95 * Math.exp((4 - hour) * 0.8)))
const rates = [{ from: 0, to: 4, rateMgPerHour: 25 }]
const ranges = [
  { label: 'dissociation', from: 180, to: 250 },
  { label: 'analgesia', from: 70, to: 160 },
]
const weeks = Array.from({ length: 25 }, (_, i) => i / 2)
const people = Array.from({ length: 8 }, (_, i) => ({
  responds: i % 3 !== 2,
  relief: weeks.map((week) => (i % 3 === 2 ? 0 : (1 - Math.exp(-week * 2)) * Math.exp(-week / (4 + i)))),
}))
const day = { from: '2026-11-23T13:00:00Z', to: '2026-11-23T21:00:00Z', now, zone }
const stay = { from: '2026-11-23T13:15:00Z', home: '2026-11-23T18:30:00Z' }
const drip = { from: '2026-11-23T13:45:00Z', to: '2026-11-23T17:45:00Z' }
const running = { ...stay, infusion: drip, state: 'running', given: [{ from: drip.from, to: null }] } as const
const line = plasma.map(({ at, median }) => ({ at, value: median }))
const twin = { caption: 'In figures', head: ['model', 'ng/mL'], rows: [['Kamp 2020', 180]] }
const groups = [
  { label: 'CRPS', note: '61 treated, 10 missing', responders: 29, treated: 61, low: 0.36, high: 0.6, answered: 0.57 },
  { label: 'Spinal cord injury', note: 'fewer than 11 people', hidden: 'not shown, and in no total on this page', isApart: true },
]
const rows = [
  {
    label: 'Pain at week 8',
    at: 3.4,
    outer: { low: 2.6, high: 4.4 },
    inner: { low: 3, high: 3.8 },
    seen: { at: 2.7, low: 1.7, high: 3.7 },
    words: '3.4',
    more: '2.6 to 4.4',
  },
]
const caption = 'Model estimate. Made up for this sheet.'

/** Every chart but those of a course. */
export const charts: readonly Specimen[] = [
  {
    file: 'charts/session-chart.tsx',
    states: { ready: <SessionChart record={record} />, empty: <SessionChart record={blankRecord} /> },
  },
  {
    file: 'charts/concentration-chart.tsx',
    states: {
      ready: (
        <ConcentrationChart
          plasma={plasma}
          effect={site}
          rates={rates}
          ranges={ranges}
          rangesTitle={'published plasma\nranges'}
          others={[{ label: 'Domino, middle', points: line.map(({ at, value }) => ({ at, value: value * 0.8 })) }]}
          caption={caption}
        />
      ),
      empty: <ConcentrationChart plasma={[]} rates={[]} caption="The curve starts when the pump starts." />,
    },
  },
  {
    file: 'charts/model-fans.tsx',
    states: {
      ready: (
        <ModelFans
          label="Curves"
          rows={[
            {
              label: 'A: 100 mg over 4 h',
              compareAt: 4,
              given: [{ from: 0, to: 4 }],
              panels: [
                { label: 'Kamp 2020', line, fan: plasma, compared: { value: 176, words: '176' } },
                { label: 'Domino', line: line.map(({ at, value }) => ({ at, value: value * 0.8 })) },
              ],
            },
          ]}
          hours={8}
          ink="var(--dl-ink-plasma)"
          caption={caption}
          twin={twin}
        />
      ),
      empty: (
        <ModelFans label="No curves" rows={[]} hours={8} ink="var(--dl-ink-plasma)" caption="No model is chosen." twin={twin} />
      ),
    },
  },
  {
    file: 'charts/interval-rows.tsx',
    states: {
      ready: (
        <IntervalRows
          label="Trial"
          groups={[{ title: 'Pain', unit: '0 to 10', isFromZero: true, rows }]}
          ink="var(--dl-ink-relief)"
          caption={caption}
          twin={twin}
        />
      ),
      empty: (
        <IntervalRows label="No trial" groups={[]} ink="var(--dl-ink-relief)" caption="Nothing was asked yet." twin={twin} />
      ),
    },
  },
  {
    file: 'charts/outcome-interval.tsx',
    states: {
      ready: <OutcomeInterval groups={groups} caption="Missing counts as no relief." />,
      empty: <OutcomeInterval groups={[]} caption="Nobody was treated in this time." />,
    },
  },
  {
    file: 'charts/room-timeline.tsx',
    states: {
      ready: (
        <>
          <RoomAxis day={day} />
          <RoomBar day={day} visit={running} name="Chair 1" height={64} />
          <RoomBar
            day={day}
            visit={{
              ...running,
              state: 'paused',
              pausedSince: '2026-11-23T15:10:00Z',
              given: [{ from: drip.from, to: '2026-11-23T15:10:00Z' }],
            }}
            name="Chair 2"
            height={64}
          />
        </>
      ),
      empty: <RoomBar day={day} visit={null} name="Chair 3" height={64} />,
    },
  },
  {
    file: 'charts/hills.tsx',
    isPaper: true,
    states: {
      ready: <Hills people={people} weeks={weeks} caption={caption} />,
      empty: <Hills people={[]} weeks={weeks} caption="Nobody is drawn." />,
    },
  },
  {
    file: 'charts/chart.tsx',
    states: {
      'scrolls sideways where it is narrow': (
        <Chart label="A wide picture" width={900} least={900} twin={twin}>
          {(width) => <svg viewBox={`0 0 ${width} 24`} aria-hidden="true" />}
        </Chart>
      ),
    },
  },
]

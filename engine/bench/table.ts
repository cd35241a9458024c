import type { Million } from './million.ts'
import { type Held, slack } from './published.ts'
import type { Waited } from './screens.ts'
import type { Line } from './single.ts'
import { type Gain, isEnough } from './workers/workers.ts'

const digits = (x: number) => (x < 1 ? x.toFixed(3) : x < 100 ? x.toFixed(2) : x.toFixed(0))
const verdict = (holds: boolean) => (holds ? 'holds' : 'MISSED')

/** T1 to T4 in one thread, as a Markdown table. */
export function tableOfTasks(lines: readonly Line[]): string {
  const names = lines[0]?.c?.map(({ name }) => name) ?? []
  const rows = lines.map(({ id, about, c = [], ours, ratio, ratios, limit }) => [
    id,
    about,
    ...c.map(({ ms }) => digits(ms)),
    digits(ours),
    ...(ratio === undefined || !ratios
      ? []
      : [ratio.toFixed(2), `${ratios[0].toFixed(2)}–${ratios[1].toFixed(2)}`, `≤ ${limit}`, verdict(ratio <= limit)]),
  ])
  const compared = names.length > 0 ? ['ours ÷ SSE2', 'over rounds', 'limit', ''] : []
  return table([['task', '', ...names.map((name) => `C, ${name}, ms`), 'ours, ms', ...compared], ...rows])
}

/** Whether the limit is as hard to reach as where it was first measured. */
export const tableOfHeld = (lines: readonly Held[]): string =>
  table([
    ['C', 'task', 'ms, here', 'as published', 'over its T1, here ÷ published', 'limit', ''],
    ...lines.map(({ build, id, here, there, ratio }) => [
      build,
      id,
      digits(here),
      digits(there),
      ratio.toFixed(2),
      `≤ ${slack}`,
      verdict(ratio <= slack),
    ]),
  ])

/** The gain of a second worker. */
export const tableOfGains = (gains: readonly Gain[]): string =>
  table([
    ['task', 'one worker, ms', 'two, ms', 'gain', 'over rounds', 'two C programs at once', 'limit', ''],
    ...gains.map((line) => [
      line.id,
      digits(line.one),
      digits(line.two),
      line.gain.toFixed(2),
      `${line.gains[0].toFixed(2)}–${line.gains[1].toFixed(2)}`,
      line.machine?.toFixed(2) ?? '',
      '≥ 1.8',
      verdict(isEnough(line)),
    ]),
  ])

/** What a screen waits for. */
export const tableOfScreens = (lines: readonly Waited[]): string =>
  table([
    ['task', '', 'where', 'median, ms', '90 % within, ms', 'limit', ''],
    ...lines.map(({ id, about, where, ms, p90, limitMs }) => [
      id,
      about,
      where,
      digits(ms),
      digits(p90),
      `≤ ${limitMs}`,
      verdict(ms <= limitMs),
    ]),
  ])

/** What millions took. */
export const tableOfMillions = (lines: readonly Million[]): string =>
  table([
    ['people', '', 's', 'memory at most, MB'],
    ...lines.map(({ who, size, seconds, peakMb }) => [
      size.toLocaleString('en-US'),
      who === 'given' ? 'given as lists: plasma' : 'drawn, not kept: plasma and effect site',
      seconds.toFixed(1),
      peakMb.toFixed(0),
    ]),
  ])

function table([head, ...rows]: readonly (readonly string[])[]): string {
  const all = [head, head.map(() => ''), ...rows]
  const widths = head.map((_, i) => Math.max(...all.map((row) => [...(row[i] ?? '')].length), 3))
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, i) => cell + ' '.repeat(widths[i] - [...cell].length)).join(' | ')} |`
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join('\n')
}

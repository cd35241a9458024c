import { readFileSync } from 'node:fs'
import type { Disposition } from '../src/disposition.ts'
import { PlainKernel } from '../src/kernel/plain.ts'
import type { Dose } from '../src/regimen.ts'
import type { Turnover } from '../src/turnover/law.ts'
import { simulateTurnovers } from '../src/turnover.ts'
import { fromRows, type Group, type Row } from './group.ts'

type Case = {
  kind: keyof typeof kinds
  disposition: Disposition
  /** 0 where plasma itself drives. */
  ke0: number
  turnover: Turnover
  regimen: Dose[]
  times: number[]
  /** For each time: the concentration that drives, and the response. */
  answers: [site: string, response: string][]
}

const oracle = '../reference/turnover-oracle.json'
const cases: readonly Case[] = JSON.parse(readFileSync(new URL(oracle, import.meta.url), 'utf8')).cases

const kinds = {
  weeks: 'relief over four weeks, made and lost by an effect site',
  hours: 'indirect responses over a day, inhibited or stimulated at an effect site',
  plasma: 'indirect responses to plasma itself',
  fast: 'responses that turn over within two minutes, over a day',
}

const ways = { 'in the kernel': undefined, 'in TypeScript': new PlainKernel() }

/** The largest distance of the response from thirty digits, as a share of its largest value. */
export function distance(one: Case, kernel?: PlainKernel): number {
  const { disposition: body, ke0, turnover, regimen, times, answers } = one
  const people = [{ body, site: ke0 === 0 ? ('plasma' as const) : { ke0 }, turnover }]
  const { response } = simulateTurnovers(people, regimen, times, kernel && { kind: kernel })
  const exact = answers.map(([, r]) => Number(r))
  const scale = Math.max(...exact)
  return Math.max(...exact.map((r, i) => Math.abs(response[i] - r) / scale))
}

const tolerance = 1e-10

function rowOf(kind: keyof typeof kinds, way: keyof typeof ways): Row {
  const found = cases.filter((one) => one.kind === kind).map((one) => distance(one, ways[way]))
  const largest = Math.max(...found)
  return {
    id: kind,
    what: `${found.length} cases of ${kinds[kind]}, ${way}: largest error as a share of the largest response`,
    expected: '0',
    tolerance: '1e−10',
    got: largest.toExponential(1).replace('e-', 'e−'),
    verdict: largest < tolerance ? 'pass' : 'FAIL',
  }
}

export const turnover: Group = {
  id: 'turnover',
  title: 'Turnover against thirty digits',
  about:
    'Random bodies, regimens and responses that are made and lost, compared with implicit Runge–Kutta of order 24 in thirty digits ' +
    '(`engine/reference/turnover-oracle.py`), whose own error, from two sequences of steps, is below 1e−15. The steepness of the ' +
    'response is 0.7 to 3.',
  file: import.meta.filename,
  reads: [oracle],
  run: () =>
    fromRows(
      (Object.keys(kinds) as (keyof typeof kinds)[]).flatMap((kind) =>
        (Object.keys(ways) as (keyof typeof ways)[]).map((way) => rowOf(kind, way)),
      ),
    ),
}

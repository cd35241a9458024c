import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compare } from './cli/compare.ts'
import { fit } from './cli/fit.ts'
import { forecast } from './cli/forecast.ts'
import { population } from './cli/population.ts'
import { simulate } from './cli/simulate.ts'
import { target } from './cli/target.ts'
import { trial } from './cli/trial.ts'
import { validate } from './cli/validate.ts'

const program = join(import.meta.dirname, '../bin/dripline.mjs')
const folder = mkdtempSync(join(tmpdir(), 'dripline-command-'))

function dripline(words: readonly string[], input: string | Buffer = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], { input, encoding: 'utf8', cwd: folder })
  return { status, stdout, stderr }
}
const one = (change: object = {}) =>
  JSON.stringify({
    model: 'domino',
    subject: { weightKg: 70 },
    regimen: [{ infuseMg: 35, overMin: 40, atMin: 0 }],
    timesMin: [10, 40],
    ...change,
  })

describe('the command', () => {
  test('writes JSON in full precision and nothing else; warnings go beside it', () => {
    const { status, stdout, stderr } = dripline(
      ['simulate', '--json'],
      one({ effectSite: { ke0PerMin: 0.238, source: 'a study' } }),
    )
    expect(status).toBe(0)
    const { plasmaNgPerMl, effectSiteNgPerMl } = JSON.parse(stdout)
    expect(plasmaNgPerMl[1]).toBeCloseTo(240.331, 3)
    expect(String(plasmaNgPerMl[1]).length).toBeGreaterThan(14)
    expect(effectSiteNgPerMl[1]).toBeCloseTo(234.488, 3)
    expect(stderr).toBe('')
    const borrowed = dripline(['simulate'], one({ model: 'kamp-2020', effectSite: { halfLifeMin: 8.3, source: 'a study' } }))
    expect(borrowed.status).toBe(0)
    expect(borrowed.stderr).toMatch(/^warning: no effect site was estimated with kamp-2020/)
  })

  test('names every fault in words, gives nothing else and ends with 2', () => {
    const { status, stdout, stderr } = dripline(['simulate'], one({ subject: {}, timesMin: [10, 4] }))
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr.trim().split('\n')).toEqual([
      'fault: subject.weightKg is absent; expected a number, at least 0.1, at most 700',
      'fault: timesMin[1] is 4; expected more than the one before it, 10',
    ])
  })

  test.each([
    ['nothing', ''],
    ['half a case', '{"model":"domino"'],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00])],
  ])('of %s says that it is no JSON', (_, input) => {
    const { status, stderr } = dripline(['simulate'], input)
    expect(status).toBe(2)
    expect(stderr).toMatch(/^fault: case is .*expected JSON/)
  })

  test('knows its own words only, and says which', () => {
    expect(dripline(['stimulate']).stderr).toMatch(/no command stimulate; there are simulate, compare, population/)
    expect(dripline(['simulate', '--jason'], one()).stderr).toMatch(/--jason.*--json/)
    expect(dripline(['simulate', 'no-such-file.json']).stderr).toMatch(/fault: .*no-such-file.json/)
    expect(dripline([]).status).toBe(2)
  })

  test('reads tables as people save them: a mark in front, foreign line ends, an empty line', () => {
    const file = join(folder, 'scores.csv')
    writeFileSync(file, '\uFEFFdaysAfterCourse,score\r\n1,2\r\n2,2\r\n3,3\r\n\r\n')
    const asked = {
      doses: [{ startDay: -4, endDay: 0, mg: 2000, drug: 's-ketamine' }],
      weightKg: 70,
      baseline: { mean: 7, scores: 7 },
      nowDaysAfterCourse: 5,
    }
    const { status, stdout } = dripline(['forecast', '--json', '--scores', file], JSON.stringify(asked))
    expect(status).toBe(0)
    expect(JSON.parse(stdout).drugActs).toBeGreaterThan(0.57)
  })

  test('draws a picture that stands alone, and ends quietly when its reader goes away', () => {
    dripline(['simulate', '--svg', 'curve.svg'], one())
    expect(readFileSync(join(folder, 'curve.svg'), 'utf8')).toMatch(/^<svg [\s\S]*ng\/mL[\s\S]*<\/svg>/)
    writeFileSync(join(folder, 'long.json'), one({ timesMin: Array.from({ length: 60_000 }, (_, i) => i) }))
    const piped = spawnSync('sh', ['-c', `"${process.execPath}" "${program}" simulate --csv long.json | head -2`], {
      encoding: 'utf8',
      cwd: folder,
    })
    expect(piped.stdout.split('\n')[0]).toBe('min,plasma ng/mL')
    expect(piped.stderr).toBe('')
  })

  test('works the examples of every definition again', () => {
    const { status, stdout } = dripline(['validate', '--json'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ failed: 0 })
  })
})

/** The cases that a help text shows, with the words behind the command. */
const taught = (help: string): [input: string, words: string[]][] =>
  [...help.matchAll(/echo '([\s\S]*?)'\s*(?:\\\s*)?\| npx @dripline\/engine ([^\n]+)/g)].map(([, input, words]) => [
    input,
    words.trim().split(' '),
  ])

describe('every example that --help teaches works as it stands', () => {
  const all = [simulate, compare, population, trial, fit, forecast, target].flatMap(({ name, help }) =>
    taught(help).map(([input, words]) => ({ name, input, words })),
  )
  test.each(all)('$name', ({ input, words }) => {
    const { status, stdout, stderr } = dripline([...words, '--json'], input)
    expect(stderr.split('\n').filter((line) => line.startsWith('fault'))).toEqual([])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toBeTypeOf('object')
  })

  test('and every command has help', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(7)
    expect(validate.help).toMatch(/@dripline\/engine/)
  })
})

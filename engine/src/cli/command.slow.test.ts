import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { forecast } from './forecast.ts'
import { simulate } from './simulate.ts'

const program = join(import.meta.dirname, '../../bin/dripline.mjs')
const folder = mkdtempSync(join(tmpdir(), 'dripline-words-'))
const one = '{"model":"domino","subject":{"weightKg":70},"regimen":[{"bolusMg":21,"atMin":0}],"timesMin":[10,40]}'

function shell(script: string, input = one) {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script], { input, encoding: 'utf8', cwd: folder })
  return { status, stdout, stderr }
}
const command = `"${process.execPath}" "${program}"`
const dripline = (words: string, input = one) => shell(`${command} ${words}`, input)

describe('the command', () => {
  test('knows the ways in which people ask for help, and its version', () => {
    const help = dripline('simulate --help').stdout
    expect(dripline('help simulate').stdout).toBe(help)
    expect(dripline('simulate -h').stdout).toBe(help)
    expect(help).toMatch(/--json .*double precision/)
    expect(dripline('--version').stdout).toMatch(/^@dripline\/engine \d+\.\d+\.\d+\n$/)
  })

  test.each([
    ['two forms at once', 'simulate --json --csv', /--csv .*one of the two/],
    ['a picture of what has none', 'validate --svg a.svg', /--svg .*no picture/],
    ['a picture where no file can be', 'simulate --svg /dev/null/a.svg', /fault: not a directory/],
    ['two files', 'simulate a.json b.json', /fault: files is "a.json b.json"/],
    ['a file beside a published trial', 'trial --published sigtermans-2009 a.json', /fault: files/],
  ])('refuses %s', (_, words, said) => {
    const { status, stdout, stderr } = dripline(words)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(said)
  })

  test('goes on when nobody reads its warnings, and writes a table of many rows', () => {
    const borrowed = one.replace('}]', '}],"effectSite":{"ke0PerMin":1,"source":"a study"}')
    expect(JSON.parse(shell(`${command} simulate --json 2>&-`, borrowed).stdout).timesMin).toEqual([10, 40])
    const times = Array.from({ length: 150_000 }, (_, i) => i)
    const { status, stdout } = dripline('simulate | tail -n +2 | wc -l', one.replace('[10,40]', JSON.stringify(times)))
    expect({ status, rows: Number(stdout) }).toEqual({ status: 0, rows: 150_003 })
  })

  test('ends by the signal of whoever stops it', () => {
    const many = one.replace('}]', '}],"variability":"patients-borrowed","size":100000').replace('[10,40]', JSON.stringify(hours))
    const stopped = shell(`cat > many.json; ${command} population many.json & sleep 1; kill -TERM $!; wait $!; echo $?`, many)
    expect(stopped.stdout).toBe('143\n')
  })

  test.each([
    ['target', '{"model":"kamp-2020","subject":{"weightKg":70},"plasmaNgPerMl":150,"timesMin":[0,60]}', 'rate, mg/h'],
    ['trial --published sigtermans-2009 --replicates 3', '', 'NRS'],
    ['compare --models domino,kamp-2020', one.replace('"model":"domino",', ''), 'kamp-2020'],
  ])('%s draws too', (words, input, shows) => {
    const { status, stdout } = dripline(`${words} --svg -`, input)
    expect(status).toBe(0)
    expect(stdout).toMatch(/^<svg [\s\S]*<\/svg>\n$/)
    expect(stdout).toContain(shows)
  })
})

const hours = Array.from({ length: 150 }, (_, i) => 60 * i)

describe('what --help teaches with tables works as it stands', () => {
  test.each([
    ['simulate', simulate.help, /^ {2}printf [\s\S]*?--svg curve.svg$/m, 'curve.svg'],
    ['forecast', forecast.help, /^ {2}printf [\s\S]*?--svg relief.svg$/m, 'relief.svg'],
  ] as const)('%s', (_, help, lines, picture) => {
    const script = lines.exec(help)?.[0].replaceAll('npx @dripline/engine', command) ?? ''
    const { status, stderr } = shell(script)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(readFileSync(join(folder, picture), 'utf8')).toMatch(/<\/svg>/)
  })
})

test('while a forecast cannot say, its table and picture hold the scores alone', () => {
  const early = JSON.stringify({
    doses: [{ startDay: -4, endDay: 0, mg: 2000, drug: 's-ketamine' }],
    weightKg: 70,
    baseline: { mean: 7, scores: 7 },
    scores: [{ daysAfterCourse: 1, score: 2 }],
    nowDaysAfterCourse: 2,
  })
  const { stdout } = dripline('forecast', early)
  expect(stdout).toMatch(/^day {2}score\n {2}1 {6}2\n\ncannot say yet: fewer than three scores/)
  expect(dripline('forecast --svg -', early).stdout).not.toContain('median')
})

import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { checks, runChecks } from './checks.mjs'
import { at } from './place.mjs'
import { run } from './processes/children.mjs'

const minutes = 60_000

/** Everything that is tested, by the name it is called with: each gives { passed, failed }, and what failed by name. */
export const lanes = {
  check: () => runChecks(checks()),
  unit: () => vitest('unit', 5 * minutes),
  slow: () => vitest('slow', 6 * minutes),
  int: () => vitest('int', 15 * minutes),
  race: () => vitest('race', 10 * minutes),
  stories: () => playwright(15 * minutes),
}

/** Lanes that leave a core idle for much of their time run side by side. */
const sideBySide = [
  ['check', 'slow'],
  ['int', 'race'],
]

/** The lanes that were asked for, in their order: those that may run side by side together. */
export function inGroups(names) {
  const groups = []
  const waiting = [...names]
  for (let name = waiting.shift(); name; name = waiting.shift()) {
    const company = sideBySide.find((each) => each.includes(name))?.filter((each) => waiting.includes(each)) ?? []
    for (const each of company) waiting.splice(waiting.indexOf(each), 1)
    groups.push([name, ...company])
  }
  return groups
}

async function vitest(project, limit) {
  const report = fresh(project)
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { code } = await run('vitest', args, { limit, env: { NODE_ENV: 'test' } })
  return withCrash(code, countVitest(read(report)))
}

async function playwright(limit) {
  const report = fresh('stories')
  const { code } = await run('playwright', ['test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json'], {
    limit,
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  })
  return withCrash(code, countPlaywright(read(report)))
}

/** A file that could not even be loaded has no tests to count; it counts as one that failed. */
export function countVitest(report) {
  if (!report) return { passed: 0, failed: 0, names: [] }
  const names = report.testResults.flatMap(failuresOf)
  return { passed: report.numPassedTests, failed: names.length, names }
}

const isFailed = ({ status }) => status === 'failed'

function failuresOf({ name, status, message, assertionResults }) {
  const failed = assertionResults.filter(isFailed)
  if (failed.length > 0) return failed.map((test) => `${name}: ${test.fullName}${because(test.failureMessages?.[0])}`)
  return status === 'failed' ? [`${name}${because(message)}`] : []
}

const because = (message) => (message ? ` (${message.split('\n')[0]})` : '')

export function countPlaywright(report) {
  if (!report) return { passed: 0, failed: 0, names: [] }
  const { expected, unexpected, flaky } = report.stats
  const names = [
    ...(report.suites ?? []).flatMap(storiesNotOk),
    ...report.errors.map(({ message }) => `stories${because(message)}`),
  ]
  return { passed: expected, failed: unexpected + flaky + report.errors.length, names }
}

const storiesNotOk = ({ suites = [], specs = [] }) => [
  ...specs
    .filter(({ ok, tests }) => !ok || tests.some(({ status }) => status === 'flaky'))
    .map(({ file, title }) => `${file}: ${title}`),
  ...suites.flatMap(storiesNotOk),
]

/** A lane that ended badly without a failed test to show for it counts as one. */
export const withCrash = (code, counted) =>
  code !== 0 && counted.failed === 0 ? { ...counted, failed: 1, names: [`no test, but it ended with ${code}`] } : counted

function fresh(name) {
  const report = at('test-results', `${name}.json`)
  mkdirSync(at('test-results'), { recursive: true })
  rmSync(report, { force: true })
  return report
}

const read = (report) => (existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined)

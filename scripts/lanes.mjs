import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { checks, runChecks } from './checks.mjs'
import { run } from './children.mjs'
import { at } from './place.mjs'

const minutes = 60_000

/** Everything that is tested, by the name it is called with: each gives { passed, failed }. */
export const lanes = {
  check: () => runChecks(checks()),
  unit: () => vitest('unit', 5 * minutes),
  slow: () => vitest('slow', 6 * minutes),
  int: () => vitest('int', 10 * minutes),
  race: () => vitest('race', 6 * minutes),
  stories: () => playwright(12 * minutes),
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
  if (!report) return { passed: 0, failed: 0 }
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length }
}

export function countPlaywright(report) {
  if (!report) return { passed: 0, failed: 0 }
  const { expected, unexpected, flaky } = report.stats
  return { passed: expected, failed: unexpected + flaky + report.errors.length }
}

/** A lane that ended badly without a failed test to show for it counts as one. */
export const withCrash = (code, { passed, failed }) => ({ passed, failed: code !== 0 && failed === 0 ? 1 : failed })

function fresh(name) {
  const report = at('test-results', `${name}.json`)
  mkdirSync(at('test-results'), { recursive: true })
  rmSync(report, { force: true })
  return report
}

const read = (report) => (existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined)

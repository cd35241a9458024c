import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { root } from './place.mjs'

type Violation = { from: string; rule: { name: string } }

const boxes = ['engine', 'clinical', 'server', 'web']
const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'fence-')))
afterAll(() => rmSync(scratch, { recursive: true }))

/** A small house with the real fence and the real package files; what it may do, it does. */
const sound: Record<string, string> = {
  'engine/src/index.ts': "export { half } from './numeric/half.ts'",
  'engine/src/numeric/half.ts': 'export const half = 0.5',
  'clinical/src/index.ts': "export { half } from '@dripline/engine'\nexport { z } from 'zod'",
  'clinical/src/calendar/slots.ts': "import { no } from '../problem.ts'\nexport type Slot = typeof no",
  'clinical/src/problem.ts': 'export const no = 1',
  'clinical/src/law.test.ts': "import 'fast-check'",
  'server/src/platform/database.ts': "export { half } from '@dripline/clinical'\nexport const db = 1",
  'server/src/ledgers/substances/store.ts': "export { db } from '../../platform/database.ts'",
  'server/src/care/clinic/store.ts': "export { db } from '../../ledgers/substances/store.ts'",
  'server/src/care/articles/store.ts': "export { db } from '../clinic/store.ts'",
  'server/src/care/people/store.ts': "export { db } from '../clinic/store.ts'",
  'server/src/care/alerts/store.ts': "export { db } from '../people/store.ts'",
  'server/src/care/people/people.int.test.ts': "import '../../app.ts'",
  'server/src/care/booking/store.ts': "export { db } from '../alerts/store.ts'",
  'server/src/care/screening/store.ts': "export { db } from '../booking/store.ts'",
  'server/src/care/planning/store.ts': "export { db } from '../screening/store.ts'",
  'server/src/care/session/store.ts': "export { db } from '../planning/store.ts'",
  'server/src/care/waiting/store.ts': "export { db } from '../session/store.ts'",
  'server/src/care/outcomes/store.ts': "export { db } from '../waiting/store.ts'",
  'server/src/care/records/store.ts': "export { db } from '../outcomes/store.ts'",
  'server/src/analytics/store.ts': "export { db } from '../care/records/store.ts'",
  'server/src/fhir/store.ts': "export { db } from '../care/outcomes/store.ts'",
  'server/src/simulated-clinic/play.ts': "export { db } from '../care/outcomes/store.ts'",
  'server/src/app.ts': "export { db } from './analytics/store.ts'\nexport { db as played } from './simulated-clinic/play.ts'",
  'server/src/api.ts': "import { db } from './app.ts'\nexport type ApiType = typeof db",
  'server/src/start.ts': "export { db } from './app.ts'",
  'web/src/client.ts':
    "import type { ApiType } from '@dripline/server/api'\nimport { half } from '@dripline/engine'\nexport const api: ApiType | 0.5 = half",
  'examples/one.ts': "import '@dripline/engine'",
  'e2e/story.ts': "import '@dripline/server/start'",
  'scripts/write.mjs': "import '../server/src/platform/database.ts'",
}

const only = (from: string, ...to: string[]) => `${from} may import only ${to.join(', ') || 'itself'}`
const [engine, clinical, platform, ledgers] = ['engine', 'clinical', 'server/src/platform', 'server/src/ledgers']
const ground = [ledgers, platform, clinical, engine]
const care = [
  'clinic',
  'articles',
  'people',
  'alerts',
  'booking',
  'screening',
  'planning',
  'session',
  'waiting',
  'outcomes',
  'records',
].map((name) => `server/src/care/${name}`)

const leftOf = (module: string) => care.slice(0, care.indexOf(module))
const rightward = care
  .slice(0, -1)
  .map((module, i) => [
    `${module}/planted.ts`,
    `import '../../../../${care[i + 1]}/store.ts'`,
    only(module, ...leftOf(module), ...ground),
  ])
const sideways = ['analytics', 'fhir'].map((name) => [
  `server/src/${name}/planted.ts`,
  `import '../app.ts'`,
  only(`server/src/${name}`, ...care, ...ground),
])
const starts = ['server/src/start.ts', 'server/src/start-own.ts', 'server/src/start-simulated.ts']
const forStates = ['web/src/pages/public/testing-states.ts', 'server/src/rendering.ts']
const forStories = ['database', 'testing-snapshot', 'auth/testing-codes'].map((file) => `server/src/platform/${file}.ts`)
const entranceOnly = 'only the entrance knows analytics, fhir and the simulated clinic'

/** Where it is planted, what is written there, and the rule that must see it. */
const planted = [
  ['clinical/src/circle-a.ts', "import './circle-b.ts'", 'no circles'],
  ['clinical/src/type-circle-a.ts', "import type { B } from './type-circle-b.ts'\nexport type A = B", 'no circles'],
  ['server/src/lost.ts', "import './nowhere.ts'", 'every import resolves'],
  ['server/src/lost-package.ts', "import '@dripline/web'", 'every import resolves'],
  ['clinical/src/hoisted.ts', "import 'hono'", 'every package is declared where it is used'],
  ['web/src/hoisted.ts', "import 'pg'", 'every package is declared where it is used'],
  ['clinical/src/laws.ts', "import 'fast-check'", 'what runs in a clinic uses no development package'],
  ['engine/src/reads.ts', "import 'node:fs'", 'the engine is pure'],
  ['engine/src/borrows.ts', "import 'zod'", 'the engine is pure'],
  ['engine/src/by-name.ts', "import '@dripline/clinical'", only(engine)],
  ['engine/src/by-path.ts', "import '../../server/src/start.ts'", only(engine)],
  ['clinical/src/by-name.ts', "import '@dripline/server/start'", only(clinical, engine)],
  ['clinical/src/by-path.ts', "import '../../web/src/client.ts'", only(clinical, engine)],
  ['server/src/by-path.ts', "import '../../web/src/client.ts'", only('server', clinical, engine)],
  [`${platform}/by-name.ts`, "import '@dripline/server/start'", only(platform, clinical, engine)],
  [`${platform}/by-path.ts`, "import '../care/people/store.ts'", only(platform, clinical, engine)],
  [`${ledgers}/by-name.ts`, "import '@dripline/server/start'", only(ledgers, platform, clinical, engine)],
  [`${ledgers}/by-path.ts`, "import '../care/people/store.ts'", only(ledgers, platform, clinical, engine)],
  ...rightward,
  [
    'server/src/care/records/planted.ts',
    "import '../../app.ts'",
    only('server/src/care/records', ...leftOf('server/src/care/records'), ...ground),
  ],
  [
    'server/src/care/people/planted.int.test.ts',
    "import '../../analytics/store.ts'",
    'tests of care on a real database may also open the whole app',
  ],
  ...sideways,
  [
    'server/src/simulated-clinic/planted.ts',
    "import '../app.ts'",
    only('server/src/simulated-clinic', 'server/src/clockwork.ts', 'server/src/verify-audit.ts', ...care, ...ground),
  ],
  ['server/src/worker.ts', "import './analytics/store.ts'", entranceOnly],
  ['server/src/care/people/fhir.ts', "import '../../fhir/store.ts'", entranceOnly],
  ['web/src/by-name.ts', "import '@dripline/server/start'", only('web', 'server/src/api.ts', clinical, engine)],
  ['web/src/by-path.ts', "import '../../server/src/platform/database.ts'", only('web', 'server/src/api.ts', clinical, engine)],
  ['web/src/value-by-name.ts', "import '@dripline/server/api'", 'web knows the API by its type only'],
  ['web/src/value-by-path.ts', "import '../../server/src/api.ts'", 'web knows the API by its type only'],
  ['examples/by-name.ts', "import '@dripline/server/start'", only('examples', clinical, engine)],
  ['e2e/by-name.ts', "import '@dripline/server/api'", only('e2e', ...starts, ...forStories, ...forStates, clinical, engine)],
  ['e2e/by-path.ts', "import '../web/src/client.ts'", only('e2e', ...starts, ...forStories, ...forStates, clinical, engine)],
  ['scripts/by-name.mjs', "import '@dripline/clinical'", only('scripts', 'clinical/src/words', platform, 'server/src/app.ts')],
] as [string, string, string][]

function house(name: string, files: Record<string, string>) {
  const copied = ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs', ...boxes.map((box) => `${box}/package.json`)]
  const write = (path: string, put: (to: string) => void) => {
    mkdirSync(dirname(join(scratch, name, path)), { recursive: true })
    put(join(scratch, name, path))
  }
  for (const path of copied) write(path, (to) => copyFileSync(join(root, path), to))
  for (const [path, text] of Object.entries(files)) write(path, (to) => writeFileSync(to, `${text}\n`))
  for (const box of boxes) write(`node_modules/@dripline/${box}`, (to) => symlinkSync(join(scratch, name, box), to))
  for (const hoisted of ['zod', 'hono', 'pg', 'fast-check'])
    write(`node_modules/${hoisted}/package.json`, (to) => {
      writeFileSync(to, JSON.stringify({ name: hoisted, version: '1.0.0', main: 'index.js' }))
      writeFileSync(join(dirname(to), 'index.js'), '')
    })
  return join(scratch, name)
}

function violations(cwd: string): Violation[] {
  const cruiser = join(root, 'node_modules/.bin/depcruise')
  const report = join(cwd, 'report.json')
  spawnSync(
    process.execPath,
    [cruiser, '--config', '.dependency-cruiser.cjs', '-T', 'json', '-f', 'report.json', ...boxes, 'e2e', 'examples', 'scripts'],
    { cwd },
  )
  return JSON.parse(readFileSync(report, 'utf8')).summary.violations
}

describe('the fence', () => {
  test('lets every allowed import pass, the type of the API among them', () => {
    expect(violations(house('sound', sound))).toEqual([])
  })

  describe('sees a planted violation', () => {
    const others = {
      'clinical/src/circle-b.ts': "import './circle-a.ts'",
      'clinical/src/type-circle-b.ts': "import type { A } from './type-circle-a.ts'\nexport type B = A | 1",
    }
    const found = violations(house('broken', { ...sound, ...others, ...Object.fromEntries(planted) }))
    test.each(planted)('%s: %s', (file, _, rule) => {
      expect(found.filter(({ from }) => from === file).map((violation) => violation.rule.name)).toContain(rule)
    })
  })

  test('has no rule without a planted violation', () => {
    const rules: string[] = createRequire(import.meta.url)('../.dependency-cruiser.cjs').forbidden.map(
      ({ name }: { name: string }) => name,
    )
    expect(rules.filter((rule) => !planted.some(([, , name]) => name === rule))).toEqual([])
  })
})

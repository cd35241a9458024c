const [engine, clinical, server] = ['engine', 'clinical', 'server/src']
const may = (from, ...to) => ({
  name: `${from} may import only ${to.join(', ') || 'itself'}`,
  severity: 'error',
  from: { path: `^${from}/`, pathNot: `^${server}/care/.+[.](int|race)[.]test[.]ts$` },
  to: { path: '^(engine|clinical|server|web|e2e|examples|scripts)/', pathNot: [from, ...to].map((p) => `^${p}(/|$)`) },
})
const ground = [`${server}/ledgers`, `${server}/platform`, clinical, engine]
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
].map((m) => `${server}/care/${m}`)
const tools = `${server}/(platform/testing|write-database-types)`
const entrance = '(app|main|start(-own|-simulated)?)[.]ts$'
// What a story of strange words needs: the states of public pages, and the pages as they are built.
const forStates = ['web/src/pages/public/testing-states.ts', `${server}/rendering.ts`]
// What a story needs of the server beside its start: a database laid out, the code that an app shows.
const forStories = ['database', 'testing-snapshot', 'auth/testing-codes'].map((file) => `${server}/platform/${file}.ts`)
const starts = [`${server}/start.ts`, `${server}/start-own.ts`, `${server}/start-simulated.ts`]

module.exports = {
  forbidden: [
    { name: 'no circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'every import resolves', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^vite/client$' } },
    {
      name: 'every package is declared where it is used',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'what runs in a clinic uses no development package',
      severity: 'error',
      from: { path: '^(engine|clinical|server|web)/src/', pathNot: `[.]test[.]tsx?$|/testing-[-\\w]+[.]ts$|^${tools}` },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/@types/|^vite/client$' },
    },
    {
      name: 'the engine is pure',
      severity: 'error',
      from: { path: '^engine/src/', pathNot: '^engine/src/cli/|((^|/)(cli|case-file)|[.]test)[.]ts$' },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    may(engine),
    may(clinical, engine),
    may('server', clinical, engine),
    may(`${server}/platform`, clinical, engine),
    may(`${server}/ledgers`, `${server}/platform`, clinical, engine),
    ...care.map((module, i) => may(module, ...care.slice(0, i), ...ground)),
    {
      name: 'tests of care on a real database may also open the whole app',
      severity: 'error',
      from: { path: `^${server}/care/.+[.](int|race)[.]test[.]ts$` },
      to: {
        path: '^(engine|clinical|server|web|e2e|examples|scripts)/',
        pathNot: [...care, ...ground, `${server}/(app|clockwork)[.]ts`].map((p) => `^${p}(/|$)`),
      },
    },
    ...['analytics', 'fhir'].map((m) => may(`${server}/${m}`, ...care, ...ground)),
    may(`${server}/simulated-clinic`, `${server}/clockwork.ts`, `${server}/verify-audit.ts`, ...care, ...ground),
    {
      name: 'only the entrance knows analytics, fhir and the simulated clinic',
      severity: 'error',
      from: { pathNot: `^${server}/(${entrance}|analytics/|fhir/|simulated-clinic/|migrations/plans[.]race[.]test[.]ts$)` },
      to: { path: `^${server}/(analytics|fhir|simulated-clinic)/` },
    },
    may('web', `${server}/api.ts`, clinical, engine),
    may('examples', clinical, engine),
    may('e2e', ...starts, ...forStories, ...forStates, clinical, engine),
    may('scripts', 'clinical/src/words', `${server}/platform`, `${server}/app.ts`),
    {
      name: 'web knows the API by its type only',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^server/', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|[.]types|test-results)/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
}

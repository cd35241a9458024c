import { readFileSync } from 'node:fs'
import { at } from './place.mjs'
import { inEngine, like } from './to-add-in-engine.mjs'
import { turn } from './to-add-turn.mjs'

/**
 * What CONTRIBUTING says is made to add one, row by row, as a newcomer would: a file that is there is taken as a pattern, its name and id
 * are changed, and what the row says then is done. `npm run try:contributing` does all of it in a copy.
 * @typedef {{ row: string, make: Record<string, { like: string, names?: Record<string, string> } | { text: string }>,
 *   run?: string[], change?: { file: string, find: string, replace: string }[] }} Recipe
 */

const spanish = 'clinical/messages/es/definitions.json'
/** The words of a definition that is like another, in the language that is not written beside it. */
function alsoInSpanish(like, id) {
  const texts = Object.entries(JSON.parse(readFileSync(at(spanish), 'utf8'))).filter(([key]) => key.startsWith(`${like}.`))
  const first = `  ${JSON.stringify(texts[0]?.[0])}:`
  const lines = texts.map(([key, text]) => `  ${JSON.stringify(key.replace(like, id))}: ${JSON.stringify(text)},\n`)
  return { file: spanish, find: first, replace: `${lines.join('')}${first}` }
}

/** @type {readonly Recipe[]} */
export const recipes = [
  ...inEngine,
  {
    row: 'gate',
    make: {
      'clinical/src/gates/made-up-pulse.ts': like('clinical/src/gates/pulse.ts', {
        "id: 'pulse'": "id: 'made-up-pulse'",
        'const pulse =': 'const madeUpPulse =',
      }),
    },
    change: [
      {
        file: 'clinical/src/administration/infusion.ts',
        find: "waste: ['pump-total'",
        replace: "waste: ['pump-total', 'made-up-pulse'",
      },
    ],
  },
  {
    row: 'clinical number',
    make: {
      'clinical/src/policies/made-up-lock.ts': like('clinical/src/policies/chair-lock.ts', {
        'chair-lock': 'made-up-lock',
        chairLock: 'madeUpLock',
      }),
    },
  },
  {
    row: 'questionnaire',
    make: {
      'clinical/src/questionnaires/made-up-change.ts': like('clinical/src/questionnaires/global-change.ts', {
        'global-change': 'made-up-change',
        globalChange: 'madeUpChange',
      }),
    },
    change: [alsoInSpanish('global-change', 'made-up-change')],
  },
  {
    row: 'protocol',
    make: {
      'clinical/src/protocols/made-up-six.ts': like('clinical/src/protocols/depression-six-infusions.ts', {
        'depression-six-infusions': 'made-up-six',
        depressionSixInfusions: 'madeUpSix',
      }),
    },
  },
  {
    row: 'watched sign',
    make: {
      'clinical/src/thresholds/made-up-nausea.ts': like('clinical/src/thresholds/nausea.ts', {
        "id: 'nausea'": "id: 'made-up-nausea'",
        'const nausea =': 'const madeUpNausea =',
      }),
    },
  },
  {
    row: 'public claim',
    make: {
      'clinical/src/claims/made-up-claim.ts': like('clinical/src/claims/not-fda-approved.ts', {
        'not-fda-approved': 'made-up-claim',
        notFdaApproved: 'madeUpClaim',
      }),
    },
    change: [alsoInSpanish('not-fda-approved', 'made-up-claim')],
  },
  {
    row: 'article',
    make: {
      'clinical/articles/en/made-up-article.md': like('clinical/articles/en/what-it-costs.md', { 'What it costs': 'Made up' }),
      'clinical/articles/es/made-up-article.md': like('clinical/articles/es/what-it-costs.md', { 'Cuánto cuesta': 'Inventado' }),
    },
  },
  turn,
  {
    row: 'screening rule',
    make: {
      'clinical/src/screening/made-up-pressure.ts': like('clinical/src/screening/brain-pressure.ts', {
        'brain-pressure': 'made-up-pressure',
        brainPressure: 'madeUpPressure',
        S16: 'S16',
        raisedBrainPressure: 'madeUpAnswer',
        "['S16']": '[]',
      }),
    },
    change: [
      {
        file: 'clinical/src/chart/questions.ts',
        find: '  liver: {',
        replace: "  madeUpAnswer: yesNo('Is there something made up?', { name: 'something made up' }),\n  liver: {",
      },
    ],
  },
  {
    row: 'server verb',
    make: {
      'server/src/care/alerts/look-at-alert.ts': like('server/src/care/alerts/own-alert.ts', {
        'own-alert': 'look-at-alert',
        ownAlert: 'lookAtAlert',
      }),
    },
    change: [
      {
        file: 'server/src/care/alerts/routes.ts',
        find: "import { ownAlert } from './own-alert.ts'",
        replace: "import { lookAtAlert } from './look-at-alert.ts'\nimport { ownAlert } from './own-alert.ts'",
      },
      {
        file: 'server/src/care/alerts/routes.ts',
        find: "  .post('/alerts/:alertId/own'",
        replace:
          "  .post('/alerts/:alertId/look', allow('nurse'), shape('param', alert), async (c) =>\n    c.json(await lookAtAlert(c.var.ctx, c.req.valid('param'))),\n  )\n  .post('/alerts/:alertId/own'",
      },
    ],
  },
  {
    row: 'table',
    make: {
      'server/src/migrations/9999-made-up.sql': {
        text: "create table made_up (clinic_id uuid not null references clinic, id uuid not null, primary key (clinic_id, id));\nselect clinic_owned('made_up');\n",
      },
    },
  },
  {
    row: 'chart',
    make: {
      'web/src/charts/made-up-row.tsx': {
        text: '/** One made-up number. */\nexport const MadeUpRow = ({ at }: { at: number }) => <p>{at}</p>\n',
      },
    },
    change: [
      {
        file: 'web/src/gallery/charts.tsx',
        find: "import { IntervalRows } from '../charts/interval-rows.tsx'",
        replace:
          "import { IntervalRows } from '../charts/interval-rows.tsx'\nimport { MadeUpRow } from '../charts/made-up-row.tsx'",
      },
      {
        file: 'web/src/gallery/charts.tsx',
        find: "  {\n    file: 'charts/hills.tsx',",
        replace:
          "  {\n    file: 'charts/made-up-row.tsx',\n    states: { ready: <MadeUpRow at={1} />, empty: <MadeUpRow at={0} /> },\n  },\n  {\n    file: 'charts/hills.tsx',",
      },
    ],
  },
  {
    row: 'page',
    make: {
      'web/src/pages/workspace/made-up.tsx': {
        text: `import { MadeUpRow } from '../../charts/made-up-row.tsx'
import { Page } from '../../ui/index.tsx'

export const page = { path: '/made-up', for: ['owner'], mood: 'work', title: 'Made up', skeleton: 'cards' } as const

/** A page with one chart. */
export default function MadeUp() {
  return (
    <Page title="Made up">
      <MadeUpRow at={1} />
    </Page>
  )
}
`,
      },
    },
  },
  {
    row: 'way to refuse',
    make: {},
    change: [
      {
        file: 'clinical/src/problems.ts',
        find: "  'not-found': ",
        replace: "  'made-up': 'This is made up.',\n  'not-found': ",
      },
      { file: 'server/src/platform/problem.ts', find: "  'not-found': 404,", replace: "  'made-up': 409,\n  'not-found': 404," },
    ],
  },
  {
    row: 'way to give a drug',
    make: {
      'clinical/src/administration/made-up-way.ts': like('clinical/src/administration/fluid.ts', {
        "id: 'fluid'": "id: 'made-up-way'",
        'const fluid =': 'const madeUpWay =',
        'line-placed': 'made-up-placed',
        'fluid-started': 'made-up-started',
        'fluid-ended': 'made-up-ended',
        'line-removed': 'made-up-removed',
      }),
    },
  },
  {
    row: 'message for callers or patients',
    make: {},
    change: [
      { file: 'clinical/messages/en/unsubscribe.json', find: '{\n', replace: '{\n  "madeUp": "This is made up.",\n' },
      { file: 'clinical/messages/es/unsubscribe.json', find: '{\n', replace: '{\n  "madeUp": "Esto es inventado.",\n' },
      {
        file: 'web/src/pages/public/unsubscribe.tsx',
        find: '<p>{words.doneStill(to)}</p>',
        replace: '<p>{words.doneStill(to)}</p>\n        <p>{words.madeUp(to)}</p>',
      },
    ],
  },
  {
    row: 'letter to a patient',
    make: {
      'server/src/care/outcomes/made-up-letter.ts': like('server/src/care/outcomes/letters.ts', {
        checkInLetter: 'madeUpLetter',
        'export function checkInWords': 'function madeUpWords',
        'checkInWords(': 'madeUpWords(',
      }),
    },
    change: [
      {
        file: 'server/src/clockwork.ts',
        find: 'import { renewAll }',
        replace: "import { madeUpLetter } from './care/outcomes/made-up-letter.ts'\nimport { renewAll }",
      },
      {
        file: 'server/src/clockwork.ts',
        find: "'check-in': checkInLetter",
        replace: "'check-in': checkInLetter, 'made-up': madeUpLetter",
      },
    ],
  },
  {
    row: 'language',
    make: {},
    run: ['scripts/codegen/new-language.mjs', 'nl'],
  },
]

/** How a turn of the explorable is added, as CONTRIBUTING says.
 * @type {import('./to-add.mjs').Recipe} */
export const turn = {
  row: 'turn of the explorable',
  make: {
    'web/src/explore/made-up/numbers.ts': {
      text: `import { estimateOf } from '../claim-figures.ts'
import { once } from '../once.ts'

export type MadeUpNumbers = { value: number }

/** One figure of a trial, as it stands in its claim. */
export const madeUpNumbers = once('made-up', (): MadeUpNumbers => ({ value: estimateOf('relief-two-thirds').value }))
`,
    },
    'web/src/explore/made-up/play.tsx': {
      text: `import { useState } from 'react'
import { Setting } from '../setting.tsx'
import { useSays } from '../use-says.ts'
import type { MadeUpNumbers } from './numbers.ts'

/** Turn a figure of a trial, up to what it found. */
export default function MadeUpPlay({ numbers: { value } }: { numbers: MadeUpNumbers }) {
  const [at, setAt] = useState(0)
  useSays(String(at))
  return <Setting label="" shown={String(at)} says={String(at)} least={0} most={value} by={1} value={at} onTurn={setAt} ends={['', '']} />
}
`,
    },
  },
  change: [
    {
      file: 'web/src/explore/turns.ts',
      find: "import { sureNumbers } from './sure/numbers.ts'",
      replace: "import { madeUpNumbers } from './made-up/numbers.ts'\nimport { sureNumbers } from './sure/numbers.ts'",
    },
    {
      file: 'web/src/explore/turns.ts',
      find: '  sure: sureNumbers,',
      replace: "  sure: sureNumbers,\n  'made-up': madeUpNumbers,",
    },
    {
      file: 'web/src/explore/plays.ts',
      find: "  sure: played(() => import('./sure/play.tsx')),",
      replace: "  sure: played(() => import('./sure/play.tsx')),\n  'made-up': played(() => import('./made-up/play.tsx')),",
    },
    {
      file: 'web/src/pages/public/articles/scene.tsx',
      find: "  if (scene === 'sure') return <SureStill />",
      replace: "  if (scene === 'sure') return <SureStill />\n  if (scene === 'made-up') return <Cork />",
    },
    {
      file: 'clinical/src/article/scenes.ts',
      find: "  'visit-long': [],",
      replace: "  'made-up': ['relief-two-thirds'],\n  'visit-long': [],",
    },
  ],
}

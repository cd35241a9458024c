/** A file like another, with other names in it. */
export const like = (file, names) => ({ like: file, names })

/** What is added in the engine; the rest, and what a recipe is, stands in to-add.mjs. @type {readonly import('./to-add.mjs').Recipe[]} */
export const inEngine = [
  {
    row: 'kinetic model',
    make: {
      'engine/src/models/made-up-2026.ts': like('engine/src/models/clements-250.ts', {
        'clements-250': 'made-up-2026',
        clements250: 'madeUp2026',
      }),
    },
  },
  {
    row: 'way into the body',
    make: {
      'engine/src/routes/made-up-troche-2026.ts': like('engine/src/routes/oral-perez-ruixo-2021.ts', {
        "id: 'oral-perez-ruixo-2021'": "id: 'made-up-troche-2026'",
        'const oralPerezRuixo2021': 'const madeUpTroche2026',
        "way: 'oral'": "way: 'troche'",
      }),
    },
  },
  {
    row: 'effect',
    make: {
      'engine/src/effects/made-up-block-2026.ts': like('engine/src/effects/magnesium-block-jahr-stevens-1990.ts', {
        'magnesium-block-jahr-stevens-1990': 'made-up-block-2026',
        magnesiumBlockJahrStevens1990: 'madeUpBlock2026',
      }),
    },
  },
  {
    row: 'published trial',
    make: {
      'engine/src/trials/made-up-trial-2026.ts': like('engine/src/trials/pickering-2020.ts', {
        'pickering-2020': 'made-up-trial-2026',
        pickering2020: 'madeUpTrial2026',
      }),
    },
  },
  {
    row: 'thing to validate',
    make: {
      'engine/validation/made-up.ts': like('engine/validation/turnover.ts', {
        "id: 'turnover'": "id: 'made-up'",
        'const turnover:': 'const madeUp:',
      }),
    },
    change: [
      {
        file: 'engine/validation/groups.ts',
        find: "import { turnover } from './turnover.ts'",
        replace: "import { madeUp } from './made-up.ts'\nimport { turnover } from './turnover.ts'",
      },
      { file: 'engine/validation/groups.ts', find: '  turnover,', replace: '  turnover,\n  madeUp,' },
    ],
  },
]

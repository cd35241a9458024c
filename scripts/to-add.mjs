/**
 * What CONTRIBUTING says is made to add one, row by row, as a newcomer would: a file that is there is taken as a pattern, its name and id
 * are changed, and what the row says then is done. `npm run try:contributing` does all of it in a copy.
 * @typedef {{ row: string, make: Record<string, { like: string, names?: Record<string, string> } | { text: string }>,
 *   change?: { file: string, find: string, replace: string }[] }} Recipe
 */

const like = (file, names) => ({ like: file, names })

/** @type {readonly Recipe[]} */
export const recipes = [
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
    row: 'gate',
    make: {
      'clinical/src/gates/made-up-pulse.ts': like('clinical/src/gates/pulse.ts', {
        "id: 'pulse'": "id: 'made-up-pulse'",
        'const pulse =': 'const madeUpPulse =',
      }),
    },
    change: [{ file: 'clinical/src/visit/gates.ts', find: "waste: ['pump-total'", replace: "waste: ['pump-total', 'made-up-pulse'" }],
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
  },
]

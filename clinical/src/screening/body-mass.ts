import { Exact, plain } from '../exact.ts'
import { clear, defineRule, inform } from '../rule.ts'
import { saying } from '../words/saying.ts'

const says = {
  'over-30': ({ bodyMass }: { bodyMass: string }) =>
    `Body mass index ${bodyMass}: choose actual, ideal or adjusted weight for the dose`,
} as const
const said = saying(says)

export const bodyMass = defineRule({
  id: 'body-mass',
  covers: ['S45'],
  title: 'Weight basis of the dose',
  source: 'Sanacora et al. JAMA Psychiatry 2017;74:399–405 (ideal weight to be considered from BMI 30)',
  basis: 'source',
  severity: 'inform',
  when: ['screening', 'plan'],
  reads: ['weightKg', 'heightCm'],
  says,
  check: ({ weightKg, heightCm }) => {
    const bmi = new Exact(weightKg).times(10_000).div(new Exact(heightCm).pow(2))
    return bmi.gte(30) ? inform(said('over-30', { bodyMass: plain(bmi, 1) })) : clear
  },
  clearsWhen: 'Nothing to clear: the weight basis is chosen with the order',
  examples: [
    [{ weightKg: '86.6', heightCm: '170' }, 'clear'],
    [{ weightKg: '86.7', heightCm: '170' }, 'inform'],
    [{ weightKg: '120', heightCm: '200' }, 'inform'],
    [{ weightKg: '119.9', heightCm: '200' }, 'clear'],
  ],
})

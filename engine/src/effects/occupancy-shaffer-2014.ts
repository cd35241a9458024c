import { defineOccupancy } from '../receptor.ts'

/** Concentrations of half occupancy in nmol/L, unbound in plasma. */
export const occupancyShaffer2014 = defineOccupancy({
  id: 'occupancy-shaffer-2014',
  title: 'NMDA receptors occupied by ketamine and norketamine, which compete for one site',
  source: {
    citation: 'Shaffer et al. 2014, displacement of [3H]MK-801 from rat receptors',
    population: 'rat tissue; in people no trustworthy curve of occupancy against concentration exists',
    confidence: 'abstract read: both concentrations and their intervals',
  },
  label: 'model estimate',
  halfOccupied: {
    ketamine: { typical: 1420, low: 990, high: 2140, basis: 'source' },
    norketamine: { typical: 9110, low: 5870, high: 13_700, basis: 'source' },
  },
  unbound: {
    ketamine: {
      value: 0.53,
      other: 0.73,
      basis: 'source',
      source: 'Dayton 1983: up to 47 % bound; Hijazi & Boulieu 2002 (recalled): 27 % bound',
    },
    norketamine: {
      value: 0.5,
      other: 0.4,
      basis: 'borrowed',
      source: 'Hijazi & Boulieu 2002 (recalled): about 50 % bound; in dogs 60 %',
    },
  },
  examples: [
    { ketamineNgPerMl: 185, norketamineNgPerMl: 0, expect: 0.225082 },
    { ketamineNgPerMl: 240.331, norketamineNgPerMl: 0, expect: 0.273958 },
    { ketamineNgPerMl: 1000, norketamineNgPerMl: 0, expect: 0.610902 },
    { ketamineNgPerMl: 185, norketamineNgPerMl: 60, expect: 0.233822 },
  ],
})

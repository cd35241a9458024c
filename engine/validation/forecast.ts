import { allOf, type Chunk } from './forecast/chunks.ts'
import { population } from './forecast/measures.ts'
import { report } from './forecast/report.ts'
import { truths } from './forecast/truths.ts'
import type { Group } from './group.ts'

const seed = 20_261_123
const perChunk = 25

/** How many people of each truth: many where coverage must hold, fewer where a comparison is enough. */
const peopleOf = (id: string, size: 'slice' | 'full') => {
  if (size === 'slice') return id === 'matched' || id === 'rich' ? 15 : 0
  return id === 'matched' || id === 'rich' ? 2000 : 250
}

export const relief: Group = {
  id: 'relief-forecast',
  title: 'The relief forecast on virtual people',
  about:
    'Calibration, and whether it says more than plain rules do. Every number here is of simulated people; none has been scored on patients yet.',
  file: import.meta.filename,
  run: async ({ size, workers, store, progress }) => {
    const asked = truths.map((truth) => ({ truth, people: peopleOf(truth.id, size) })).filter(({ people }) => people > 0)
    const chunks = asked.flatMap(({ truth, people }) =>
      Array.from({ length: Math.ceil(people / perChunk) }, (_, i): Chunk => {
        const from = i * perChunk
        return { truth: truth.id, seed, from, to: Math.min(people, from + perChunk) }
      }),
    )
    const found = await allOf(chunks, { workers, store, progress })
    const heard = asked.map(({ truth, people }) => ({
      truth,
      people,
      records: found.filter((_, i) => chunks[i].truth === truth.id).flat(),
    }))
    return report(heard, population(), size === 'full')
  },
}

import { allOf, type Chunk } from './forecast/chunks.ts'
import type { Heard } from './forecast/measured.ts'
import { population } from './forecast/measures.ts'
import { report } from './forecast/report.ts'
import { truths } from './forecast/truths.ts'
import type { Group } from './group.ts'

const seed = 20_261_123
const perChunk = 25

/** How many people of each truth: many where coverage must hold, fewer where a comparison is enough. */
const [many, some, few] = [2000, 500, 15]
const mustCover = ['matched', 'rich']
const inFull = [...mustCover, 'rich-spread']
const peopleOf = (id: string, size: 'slice' | 'full') => {
  if (size === 'slice') return mustCover.includes(id) ? few : 0
  return inFull.includes(id) ? many : some
}

/** The first people of the truth as believed: the same as all other truths have, to read those against. */
const sameAsOthers = ({ truth, records }: Heard): Heard => ({
  truth: { ...truth, id: `${truth.id}-same`, title: `${truth.title}: the first ${some} of these` },
  people: some,
  records: records.filter(({ person }) => person < some),
})

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
    const [believed, ...others] = heard
    return size === 'slice'
      ? report(heard, population(), false)
      : report([believed, sameAsOthers(believed), ...others], population(), true)
  },
}

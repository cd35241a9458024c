import { normalQuantile } from '../numeric/normal-quantile.ts'
import { philox } from '../numeric/random.ts'
import { latents } from './level.ts'

/** The root of g¹¹ = g + 1: its powers fill ten dimensions evenly. */
const g = 1.0682971889208412
const steps = Float64Array.from({ length: latents }, (_, j) => g ** -(j + 1))

/** Evenly spread standard normals, ten to a point; the stage and the kind move the pattern, the seed moves them all. */
export function evenNormals(count: number, seed: number, stage: number, kind: number): Float64Array {
  const shifts = Float64Array.from({ length: latents }, (_, j) => {
    const [word] = philox([stage, kind, j, 1], [seed >>> 0, Math.floor(seed / 2 ** 32) >>> 0])
    return (word + 0.5) / 2 ** 32
  })
  const z = new Float64Array(count * latents)
  for (let i = 0; i < count; i++)
    for (let j = 0; j < latents; j++) {
      const place = shifts[j] + (i + 1) * steps[j]
      const fraction = place - Math.floor(place)
      z[i * latents + j] = normalQuantile(fraction === 0 ? 0.5 / 2 ** 32 : fraction)
    }
  return z
}

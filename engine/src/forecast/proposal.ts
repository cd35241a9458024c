import { latents } from './level.ts'

/** A normal in the ten latents: its mean, and the lower triangle of its covariance by rows. */
export type Proposal = { mean: Float64Array; lower: Float64Array; lnScale: number }

/** The normal with this mean and covariance (by rows), which is positive definite. */
export function proposal(mean: Float64Array, covariance: Float64Array): Proposal {
  const lower = new Float64Array(latents * latents)
  let lnScale = 0
  for (let i = 0; i < latents; i++)
    for (let j = 0; j <= i; j++) {
      let sum = covariance[i * latents + j]
      for (let k = 0; k < j; k++) sum -= lower[i * latents + k] * lower[j * latents + k]
      lower[i * latents + j] = i === j ? Math.sqrt(sum) : sum / lower[j * latents + j]
      if (i === j) lnScale += Math.log(lower[i * latents + i])
    }
  return { mean, lower, lnScale }
}

/** Standard normals carried to the proposal, in place. */
export function carry({ mean, lower }: Proposal, z: Float64Array): void {
  for (let at = 0; at < z.length; at += latents)
    for (let i = latents - 1; i >= 0; i--) {
      let sum = mean[i]
      for (let j = 0; j <= i; j++) sum += lower[i * latents + j] * z[at + j]
      z[at + i] = sum
    }
}

const solved = new Float64Array(latents)

/** How much denser the proposal is at the point z[at…] than the standard normal: q/φ. */
export function overStandard({ mean, lower, lnScale }: Proposal, z: Float64Array, at: number): number {
  let exponent = 0
  for (let i = 0; i < latents; i++) {
    let sum = z[at + i] - mean[i]
    for (let j = 0; j < i; j++) sum -= lower[i * latents + j] * solved[j]
    solved[i] = sum / lower[i * latents + i]
    exponent += z[at + i] * z[at + i] - solved[i] * solved[i]
  }
  return Math.exp(exponent / 2 - lnScale)
}

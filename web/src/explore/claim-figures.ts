import { type Claim, claims } from '@dripline/clinical'

/** An estimate of a claim, by the claim’s id and its place; a drawing has none without. */
export function estimateOf(id: string, place = 0): Claim['estimates'][number] {
  const found = claims.find((each) => each.id === id)?.estimates[place]
  if (!found) throw new Error(`the claim ${id} has no estimate ${place}`)
  return found
}

/** So many of a hundred, as people of twenty. */
export const ofTwenty = (of100: number): number => Math.round(of100 / 5)

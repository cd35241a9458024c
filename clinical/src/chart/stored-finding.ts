import type { Said } from '../words/said.ts'
import { saidIn } from '../words/saying.ts'
import type { Finding } from './screen.ts'

/** A finding as a record holds it: of before sentences were data, its reason and what clears it stand in their own words. */
export type StoredFinding = Omit<Finding, 'reason' | 'clearsWhen'> & Record<'reason' | 'clearsWhen', Said | string>

/** Findings as they were stored at any time. */
export const storedFindings = (stored: unknown): Finding[] => (stored as StoredFinding[]).map(storedFinding)

/** One of them. */
export function storedFinding({ reason, clearsWhen, ...stored }: StoredFinding): Finding {
  return { ...stored, reason: saidIn(reason), clearsWhen: saidIn(clearsWhen) }
}

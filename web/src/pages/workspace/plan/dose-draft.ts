import type { Protocol, Versioned } from '@dripline/clinical'
import { type Draft as KeptDraft, useDraft } from '../../../data/draft.ts'
import type { LineDraft } from './as-needed.tsx'
import type { Draft } from './draft.ts'

type Kept = Omit<Draft, 'protocol'> & { protocolId: string; lines: readonly LineDraft[] }

export type DoseDraft = {
  /** What stands in the fields. */
  draft: Draft
  lines: readonly LineDraft[]
  type: (part: Partial<Draft>) => void
  setLines: (lines: readonly LineDraft[]) => void
  kept: KeptDraft<Kept | null>
}

/**
 * The fields of an order, kept on this device for a day under `key`. What was acknowledged is not kept: after a reload each finding is
 * read again. A protocol that is offered no more brings back the form as it begins.
 */
export function useDoseDraft(key: string, begun: Draft, options: readonly Versioned<Protocol>[]): DoseDraft {
  const kept = useDraft<Kept | null>(key, null)
  const protocol = options.find(({ id }) => id === kept.value?.protocolId)
  const { lines = [] } = kept.value ?? {}
  const draft = kept.value && protocol ? { ...underNewName(kept.value), protocol } : begun
  const keep = ({ protocol: { id: protocolId }, ...fields }: Draft, next: readonly LineDraft[]) =>
    kept.set({ ...fields, protocolId, lines: next })
  return {
    draft,
    lines,
    type: (part) => keep({ ...draft, ...part }, lines),
    setLines: (next) => keep(draft, next),
    kept,
  }
}

// What was typed into the page of before says `totalMg`.
const underNewName = ({ totalMg, ...fields }: Kept & { totalMg?: string | null }): Kept =>
  totalMg === undefined ? fields : { ...fields, infusateMg: totalMg }

/** What another tab holds, in words. */
export const sayDose = (kept: Kept | null): string =>
  kept === null
    ? 'nothing'
    : [kept.protocolId, kept.weightKg && `${kept.weightKg} kg`, kept.enteredDoseMg && `${kept.enteredDoseMg} mg`]
        .filter(Boolean)
        .join(', ')

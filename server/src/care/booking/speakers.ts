export type HandOver = {
  readonly kind: 'offered' | 'kept' | 'taken'
  readonly fromId: string
  readonly toId: string
  readonly note: string | null
  readonly doneAt: Date
}

type Spoke = { readonly by: string; readonly from: Date; readonly until: Date | null }

export type Speakers = {
  /** Who has the call now. */
  readonly by: string
  /** To whom it is offered and not yet taken. */
  readonly offer: { readonly to: string; readonly note: string | null; readonly at: Date } | null
  /** Who spoke when, in order; the last one until the call ended, or still. */
  readonly spoke: readonly Spoke[]
}

type Begun = { readonly startedBy: string; readonly startedAt: Date }

/** Who has a call and who had it before: whoever began it, then each colleague who took it. */
export const speakersOf = ({ startedBy, startedAt }: Begun, handOvers: readonly HandOver[], endedAt: Date | null): Speakers => {
  const taken = handOvers.filter(({ kind }) => kind === 'taken')
  const turns = [{ by: startedBy, from: startedAt }, ...taken.map(({ toId, doneAt }) => ({ by: toId, from: doneAt }))]
  const spoke = turns.map(({ by, from }, i) => ({ by, from, until: turns[i + 1]?.from ?? endedAt }))
  const last = handOvers.at(-1)
  const offer = last?.kind === 'offered' && endedAt === null ? { to: last.toId, note: last.note, at: last.doneAt } : null
  return { by: turns.at(-1)?.by ?? startedBy, offer, spoke }
}

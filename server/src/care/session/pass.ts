/** Says that every gate of an act was read and open, for one visit, in this very step. */
export type Pass = { readonly act: string; readonly sessionId: string }

const given = new WeakSet<Pass>()

/** Only the gate gives passes. */
export const passFor = (act: string, sessionId: string): Pass => {
  const pass: Pass = Object.freeze({ act, sessionId })
  given.add(pass)
  return pass
}

/** Whether this pass came from the gate, for this act of this visit; each is spent once. */
export const isSpent = (pass: Pass | undefined, act: string, sessionId: string): boolean =>
  pass !== undefined && pass.act === act && pass.sessionId === sessionId && given.delete(pass)

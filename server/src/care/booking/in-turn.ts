const turns = new Map<string, Promise<unknown>>()

/** Does deeds of one name one after another in this process: whoever waits holds nothing. */
export const inTurn = async <T>(name: string, deed: () => Promise<T>): Promise<T> => {
  const before = turns.get(name) ?? Promise.resolve()
  const mine = before.then(deed, deed)
  const settled = mine.catch(() => {})
  turns.set(name, settled)
  try {
    return await mine
  } finally {
    if (turns.get(name) === settled) turns.delete(name)
  }
}

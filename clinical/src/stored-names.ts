/** An object as it was stored, with what has another name now under that name; what already has it stays as it is. */
export const underNewNames = (stored: unknown, names: Readonly<Record<string, string>>): unknown =>
  typeof stored === 'object' && stored !== null && !Array.isArray(stored)
    ? Object.fromEntries(Object.entries(stored).map(([name, value]) => [names[name] ?? name, value]))
    : stored

import canonicalize from 'canonicalize'

/** RFC 8785 text of a JSON value: the same value gives the same bytes, on any machine. */
export const canonical = (value: unknown): string => {
  const text = canonicalize(JSON.parse(JSON.stringify(value)))
  if (text === undefined) throw new TypeError('This value has no JSON form.')
  return text
}

/** Whether PostgreSQL and a hash both keep this text as it is: no lone surrogate, no NUL. */
export const isStorable = (text: string) => text.isWellFormed() && !text.includes('\0')

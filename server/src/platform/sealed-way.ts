/** A host on this very machine: what goes there crosses no network. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || host === '127.0.0.1' || host === '::1' || host === '[::1]'

/** The sentence with which somebody says that they know what they give up. */
export const OPEN_DATABASE = 'records may be read on the way'
export const OPEN_MAIL = 'letters may be read on the way'

// A folder is a socket of this machine; pg takes it in the place of the host, or as a parameter.
const hostsOf = ({ hostname, searchParams }: URL): string[] =>
  [searchParams.get('host') ?? decodeURIComponent(hostname)].flatMap((list) => list.split(',')).filter(Boolean)
const isHere = (host: string) => host.startsWith('/') || isLoopback(host)

/** Whether a database is on this machine, or is asked for a certificate that names it. */
export const isSealedDatabase = (address: string): boolean => {
  const url = new URL(address)
  const isVerified = url.searchParams.getAll('sslmode').join() === 'verify-full' && url.searchParams.get('ssl') !== 'false'
  return isVerified || hostsOf(url).every(isHere)
}

/** Whether letters reach the mail server unread: it is on this machine, or TLS with its certificate is asked for and not talked away. */
export const isSealedMail = (address: string): boolean => {
  const url = new URL(address)
  const talksItAway = [...url.searchParams.keys()].some((key) => /tls|secure/i.test(key))
  return isHere(url.hostname) || !talksItAway
}

/** What to ask of a mail server: one elsewhere must speak TLS, at once (`smtps:`) or after STARTTLS, with a certificate that names it. */
export const wayOfMail = (address: string, isOpen: boolean) => {
  const url = new URL(address)
  if (isHere(url.hostname) || isOpen) return {}
  return { requireTLS: url.protocol === 'smtp:', tls: { rejectUnauthorized: true } }
}

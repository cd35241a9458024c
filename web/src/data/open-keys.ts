const PLACE = 'dl-act '
/** Where a browser keeps nothing over a reload, the keys of this page at least. */
const here = new Map<string, string>()

const base64 = (bytes: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(bytes)))

/** An act by what it sends, as a name that says nothing of it. */
const nameOf = async (text: string): Promise<string> =>
  globalThis.crypto?.subtle ? base64(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))) : text

const shelf = (): Storage | null => {
  try {
    return globalThis.crypto?.subtle ? globalThis.sessionStorage : null
  } catch {
    return null
  }
}

const known = (name: string): string | null => here.get(name) ?? shelf()?.getItem(PLACE + name) ?? null

/**
 * The key of an act whose outcome nobody knows yet: pressed again, from the same form, one opened anew or after a reload of this tab, it is
 * the same act. What was sent is not kept, only a hash that finds its key.
 */
export async function openKey(text: string, make: () => string): Promise<string> {
  const name = await nameOf(text)
  const key = known(name) ?? make()
  here.set(name, key)
  try {
    shelf()?.setItem(PLACE + name, key)
  } catch {
    // A full or shut store: the key holds as long as the page does.
  }
  return key
}

/** An answer has come: what a second press sends is a new act. */
export async function closeKey(text: string): Promise<void> {
  const name = await nameOf(text)
  here.delete(name)
  shelf()?.removeItem(PLACE + name)
}

/** A text kept on this device only: sealed with a key that this browser holds and nobody can read out, gone after a day or at sign-out. */
export type Kept = { value: unknown; savedAt: number; tab: string }

type Sealed = { iv: Uint8Array<ArrayBuffer>; text: ArrayBuffer; savedAt: number; tab: string }

const NAME = 'dripline-drafts'
const DAY_MS = 86_400_000

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

let opened: Promise<IDBDatabase> | null = null

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore('keys')
      request.result.createObjectStore('drafts')
    }
    request.onsuccess = () => {
      // Another tab signs out: this one lets go, so that everything can be destroyed.
      request.result.onversionchange = () => {
        request.result.close()
        opened = null
      }
      resolve(request.result)
    }
    request.onerror = () => reject(request.error)
  })
  return opened
}

const store = async (name: 'keys' | 'drafts', mode: IDBTransactionMode) =>
  (await open()).transaction(name, mode, { durability: 'strict' }).objectStore(name)

/** One key a person: made at their first draft, never to be read out, destroyed when anybody signs out here. */
async function keyOf(who: string): Promise<CryptoKey> {
  const found = await done<CryptoKey | undefined>((await store('keys', 'readonly')).get(who))
  if (found) return found
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  await done((await store('keys', 'readwrite')).put(made, who))
  return made
}

const bytes = (text: string) => new TextEncoder().encode(text)
const place = (who: string, key: string, tab: string) => `${who}|${key}|${tab}`

/** Keeps a draft of this tab under its key. */
export async function keepDraft(who: string, key: string, tab: string, value: unknown): Promise<void> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const algorithm = { name: 'AES-GCM', iv, additionalData: bytes(`${who}|${key}`) }
  const text = await crypto.subtle.encrypt(algorithm, await keyOf(who), bytes(JSON.stringify(value)))
  const sealed: Sealed = { iv, text, savedAt: Date.now(), tab }
  await done((await store('drafts', 'readwrite')).put(sealed, place(who, key, tab)))
}

/** The drafts under a key, of every tab, newest first; what is over a day old is deleted, what cannot be opened is not there. */
export async function draftsOf(who: string, key: string): Promise<Kept[]> {
  const range = IDBKeyRange.bound(place(who, key, ''), place(who, key, '\uffff'))
  const all = await done<Sealed[]>((await store('drafts', 'readonly')).getAll(range))
  const kept: Kept[] = []
  for (const { iv, text, savedAt, tab } of all) {
    if (Date.now() - savedAt > DAY_MS) {
      await dropDraft(who, key, tab)
      continue
    }
    const algorithm = { name: 'AES-GCM', iv, additionalData: bytes(`${who}|${key}`) }
    const plain = await crypto.subtle.decrypt(algorithm, await keyOf(who), text).catch(() => null)
    if (plain) kept.push({ value: JSON.parse(new TextDecoder().decode(plain)), savedAt, tab })
  }
  return kept.sort((a, b) => b.savedAt - a.savedAt)
}

/** Forgets the draft of one tab. */
export const dropDraft = async (who: string, key: string, tab: string): Promise<void> => {
  await done((await store('drafts', 'readwrite')).delete(place(who, key, tab)))
}

/** Destroys every key and draft on this device: at sign-out. */
export async function forgetDrafts(): Promise<void> {
  if (typeof indexedDB === 'undefined') return
  if (opened) (await opened.catch(() => null))?.close()
  opened = null
  await new Promise<void>((resolve) => {
    const request = indexedDB.deleteDatabase(NAME)
    request.onsuccess = () => resolve()
    request.onerror = () => resolve()
    request.onblocked = () => resolve()
  })
}

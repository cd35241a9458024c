const KEY = 'dl-scheme'

/** The colors somebody chose: light, dark, or null for those of their computer. Nothing is painted anew but what the tokens say. */
export function chooseScheme(scheme: 'light' | 'dark' | null) {
  const { dataset } = document.documentElement
  if (scheme) dataset.scheme = scheme
  else delete dataset.scheme
  try {
    if (scheme) localStorage.setItem(KEY, scheme)
    else localStorage.removeItem(KEY)
  } catch {
    // storage may be shut; the colors hold until the page is left
  }
}

const places = {
  page: 'the page',
  card: 'a card',
  foot: 'the foot of a page',
  chosen: 'what is chosen',
  button: 'the words on a button',
} as const

type Faint = { scheme: 'light' | 'dark'; pair: keyof typeof places; ratio: string; need: number }

/** What is asked of the fields of a clinic's face. */
export const faceFaults = {
  'color-like': 'a color like #0f5c5e',
  'color-with-contrast': ({ scheme, pair, ratio, need }: Faint) =>
    `a color that has at least ${need} : 1 against ${places[pair]} in ${scheme}; this one has ${ratio} : 1`,
  'picture-png': 'a PNG picture; save the logo as PNG, an SVG or a JPEG is not taken',
  'picture-whole': 'a whole PNG picture: this file is broken, or is something else under that name',
  'picture-plain': 'a PNG without interlacing and with one frame',
  'picture-at-most': ({ most }: { most: number }) => `at most ${most} pixels on each side`,
  'picture-at-least': ({ least }: { least: number }) => `at least ${least} pixels high`,
  'picture-bytes': ({ kilobytes }: { kilobytes: number }) => `at most ${kilobytes} kB`,
  'picture-seen': 'a picture with something to see: this one is empty',
  'logo-of-this-clinic': 'a logo that was uploaded here',
  'origin-https': 'an address that begins with https:// and ends with the host, like https://clinic.example',
  'at-most-origins': ({ most }: { most: number }) => `at most ${most} addresses`,
  'each-origin-once': 'each address once',
  'english-first': 'the English words too: other languages fall back to them',
} as const

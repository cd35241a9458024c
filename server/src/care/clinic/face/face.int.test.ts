import { deflateSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../../app.ts'
import { browserAt, newcomer } from '../../../platform/auth/testing-site.ts'
import { readPng } from '../../../platform/picture/read-png.ts'
import { writePng } from '../../../platform/picture/write-png.ts'
import { type TestClinic, testClinic } from '../../../platform/testing.ts'

type Drawn = { url: string; scheme?: string; data: { frame: { clinic: Record<string, unknown>; user: unknown } } }
let clinic: TestClinic
let app: ReturnType<typeof createApp>
let owner: Awaited<ReturnType<typeof newcomer>>['browser']
const drawn: Drawn[] = []

beforeAll(async () => {
  // With a second clinic each is known by its host.
  await testClinic()
  clinic = await testClinic()
  const render = async (page: unknown) => {
    drawn.push(page as Drawn)
    return { status: 200, html: '<!doctype html>', mood: 'paper' as const }
  }
  app = createApp({ ground: clinic.ground, render, trust: { publicUrl: undefined, proxies: [] }, assets: '.' })
  owner = (await newcomer(clinic, 'owner', app)).browser
})

const plain = {
  accent: null as unknown,
  logoId: null as string | null,
  language: 'en',
  crisisLines: {} as object,
  policies: { cancellation: {} as object, lateness: {} as object },
  frameOrigins: [] as string[],
}
let version = 0
const save = async (change: Partial<typeof plain>) => {
  const answer = await owner.send('POST', '/api/people/face', { ...plain, ...change, after: version })
  if (answer.status === 201) version += 1
  return answer
}
const dot = (width: number, height: number, color: readonly number[]) =>
  writePng({ width, height, rgba: Uint8Array.from({ length: width * height * 4 }, (_, i) => color[i % 4] ?? 0) })
const upload = (png: Buffer) => owner.send('POST', '/api/people/face/logo', { png: png.toString('base64') })
const faultsOf = ({ body }: Awaited<ReturnType<typeof upload>>): { field: string; code: string; params?: object }[] => body.faults
const get = (path: string) => app.request(`http://${clinic.host}${path}`)
const clinicShown = async () => {
  await get('/')
  return drawn.at(-1)?.data.frame.clinic ?? {}
}

describe('a logo', () => {
  test('is served as a file of ours, never as it came: immutable, with its type, and nothing but pixels', async () => {
    const sent = dot(700, 70, [15, 92, 94, 255])
    const withWords = Buffer.concat([sent, Buffer.from('<script>alert(1)</script>')])
    const kept = await upload(withWords)
    expect(kept).toMatchObject({ status: 201, body: { width: 480, height: 48, plateIn: ['dark'] } })
    const served = await get(`/face/logo/${kept.body.digest}.png`)
    expect(served.headers.get('content-type')).toBe('image/png')
    expect(served.headers.get('x-content-type-options')).toBe('nosniff')
    expect(served.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    const bytes = Buffer.from(await served.arrayBuffer())
    expect(bytes.includes('script')).toBe(false)
    expect(bytes.equals(sent)).toBe(false)
    expect(readPng(bytes, 480)).toMatchObject({ width: 480, height: 48 })
  })

  test('is public once it is saved with the face, and not before', async () => {
    const { body } = await upload(dot(40, 40, [255, 255, 255, 255]))
    expect((await clinicShown()).logo).toBeNull()
    await save({ logoId: body.logoId })
    expect((await clinicShown()).logo).toMatchObject({ src: `/face/logo/${body.digest}.png`, width: 40, plateIn: ['light'] })
    expect(faultsOf(await save({ logoId: crypto.randomUUID() }))).toMatchObject([
      { field: 'logoId', code: 'logo-of-this-clinic' },
    ])
  })

  test('of another clinic is none of ours, by its id and by its address', async () => {
    const other = await testClinic()
    const theirs = await newcomer(other, 'owner', createAppOf(other))
    const { body } = await theirs.browser.send('POST', '/api/people/face/logo', {
      png: dot(30, 30, [1, 2, 3, 255]).toString('base64'),
    })
    expect(faultsOf(await save({ logoId: body.logoId }))).toMatchObject([{ field: 'logoId' }])
    expect((await get(`/face/logo/${body.digest}.png`)).status).toBe(404)
  })

  test('that is another kind of file, broken, empty, too small or too large is refused in words', async () => {
    const codeOf = async (png: Buffer) => faultsOf(await upload(png))[0]?.code
    expect(await codeOf(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe('picture-png')
    expect(await codeOf(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]))).toBe('picture-png')
    expect(await codeOf(dot(40, 40, [1, 2, 3, 255]).subarray(0, -9))).toBe('picture-whole')
    expect(await codeOf(dot(40, 40, [1, 2, 3, 0]))).toBe('picture-seen')
    expect(await codeOf(dot(40, 8, [1, 2, 3, 255]))).toBe('picture-at-least')
    expect(await codeOf(dot(2100, 20, [1, 2, 3, 255]))).toBe('picture-at-most')
    expect(await codeOf(Buffer.alloc(180 * 1024 + 1))).toBe('picture-bytes')
    expect(faultsOf(await owner.send('POST', '/api/people/face/logo', { png: 'no base64 at all!' }))[0]?.code).toBe('picture-png')
  })

  test('that would unfold to hundreds of megabytes is refused before it does', async () => {
    const whole = dot(40, 40, [1, 2, 3, 255])
    const [head, end] = [whole.subarray(0, 33), whole.subarray(-12)]
    const folded = deflateSync(Buffer.alloc(120_000_000))
    const { crc32 } = await import('node:zlib')
    const named = Buffer.concat([Buffer.from('IDAT'), folded])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(folded.length)
    sum.writeUInt32BE(crc32(named))
    expect(faultsOf(await upload(Buffer.concat([head, length, named, sum, end])))[0]?.code).toBe('picture-whole')
  })
})

describe('an accent', () => {
  test('is refused with the measured ratio, the pair it fails and what is needed, in the scheme where it is faint', async () => {
    const refused = await save({ accent: { light: '#7cc4bc', dark: '#7cc4bc' } })
    expect(refused.status).toBe(422)
    expect(faultsOf(refused)).toContainEqual(
      expect.objectContaining({
        field: 'accent.light',
        code: 'color-with-contrast',
        params: { scheme: 'light', pair: 'page', ratio: '1.85', need: 4.5 },
      }),
    )
    expect(faultsOf(refused).filter(({ field }) => field === 'accent.dark')).toEqual([])
    const night = await save({ accent: { light: '#0f5c5e', dark: '#0f5c5e' } })
    expect(faultsOf(night).map(({ field }) => field)).toContain('accent.dark')
    expect(faultsOf(await save({ accent: { light: 'red', dark: '#7cc4bc' } }))).toMatchObject([{ code: 'color-like' }])
  })

  test('becomes a sheet of tokens of our own, and no sheet is drawn of colors that could not be saved', async () => {
    await save({ accent: { light: '#7A1F5C', dark: '#e7a3cf' } })
    const shown = (await clinicShown()).accent
    expect(shown).toBe('/face/accent/7a1f5c-e7a3cf.css')
    const sheet = await get(String(shown))
    expect(sheet.headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect(sheet.headers.get('cache-control')).toContain('immutable')
    expect(await sheet.text()).toContain('--dl-accent: light-dark(#7a1f5c, #e7a3cf);')
    for (const file of ['7cc4bc-7cc4bc.css', '7a1f5c-e7a3cf', 'x}body{-e7a3cf.css', '7a1f5c-e7a3cf.css.map'])
      expect((await get(`/face/accent/${encodeURIComponent(file)}`)).status).toBe(404)
  })
})

describe('the clinic’s words', () => {
  test('stand in each language, English first; a language may not stand alone', async () => {
    const saved = await save({
      crisisLines: { es: [{ label: '¿En crisis?', action: 'Llame al', number: '988' }] },
      policies: { cancellation: { en: 'Tell us a day before.', es: 'Avísenos un día antes.' }, lateness: {} },
    })
    expect(saved.status).toBe(201)
    expect(await clinicShown()).toMatchObject({
      crisisIn: { es: [{ number: '988' }] },
      policies: { cancellation: { en: 'Tell us a day before.' } },
    })
    const alone = await save({ policies: { cancellation: { es: 'Avísenos.' }, lateness: {} } })
    expect(faultsOf(alone)).toMatchObject([{ field: 'policies.cancellation.en', code: 'english-first' }])
    const empty = await save({ crisisLines: { es: [{ label: '', action: 'Llame', number: '988' }] } })
    expect(faultsOf(empty)).toMatchObject([{ field: 'crisisLines.es.0.label' }])
  })

  test('and the language of those who have said none is a setting', async () => {
    await save({ language: 'es' })
    expect((await get('/')).status).toBe(200)
    expect(drawn.at(-1)?.data.frame).toMatchObject({ tongue: 'es' })
    await save({ language: 'en' })
    expect(faultsOf(await save({ language: 'fr' }))).toMatchObject([{ field: 'language', code: 'one-of-values' }])
  })
})

describe('the sites that may show the booking', () => {
  test.each([
    'http://clinic.example',
    'https://*.clinic.example',
    'https://clinic.example/book',
    'https://clinic.example?x=1',
    'https://somebody@clinic.example',
    'https://10.0.0.1',
    'https://localhost',
    'clinic.example',
    "https://clinic.example; script-src 'unsafe-inline'",
    'javascript:alert(1)',
    '',
  ])('%s is none', async (origin) => {
    expect(faultsOf(await save({ frameOrigins: [origin] }))).toMatchObject([{ field: 'frameOrigins.0', code: 'origin-https' }])
  })

  test('are kept as a browser writes them, each once, and at most eight', async () => {
    expect((await save({ frameOrigins: ['https://Clinic.Example:443/', 'https://other.example:8443'] })).status).toBe(201)
    const { body } = await owner.send('GET', '/api/people/face')
    expect(body.face.frameOrigins).toEqual(['https://clinic.example', 'https://other.example:8443'])
    expect(faultsOf(await save({ frameOrigins: ['https://a.example', 'https://a.example/'] }))).toMatchObject([
      { code: 'each-origin-once' },
    ])
    const nine = Array.from({ length: 9 }, (_, i) => `https://s${i}.example`)
    expect(faultsOf(await save({ frameOrigins: nine }))).toMatchObject([{ code: 'at-most-origins' }])
  })

  test('stand on no page for anybody to read', async () => {
    expect(await clinicShown()).not.toHaveProperty('frameOrigins')
  })
})

describe('a save', () => {
  test('is a version with its author, in the trail; two who saved from the same version are told of each other', async () => {
    await save({})
    const { body } = await owner.send('GET', '/api/people/face')
    expect(body.version).toBe(version)
    expect(body.versions.map((each: { version: number }) => each.version).slice(0, 2)).toEqual([version, version - 1])
    const late = await owner.send('POST', '/api/people/face', { ...plain, after: version - 1 })
    expect(late).toMatchObject({ status: 409, body: { code: 'settings-changed' } })
    expect((await clinic.trail()).filter(({ verb, outcome }) => verb === 'save-face' && outcome === 'done')).toHaveLength(version)
  })

  test('is the owner’s alone', async () => {
    const nurse = (await newcomer(clinic, 'nurse', app)).browser
    expect((await nurse.send('POST', '/api/people/face', { ...plain, after: version })).status).toBe(403)
    expect((await nurse.send('POST', '/api/booking/face-preview', {})).status).toBe(403)
    expect((await browserAt(app, clinic.host).send('POST', '/api/people/face/logo', { png: '' })).status).toBe(401)
  })
})

describe('a preview', () => {
  test('draws the public pages with what is typed, in both schemes, for a visitor, and saves nothing', async () => {
    const before = (await clinicShown()).accent
    drawn.length = 0
    const face = {
      ...plain,
      accent: { light: '#7a1f5c', dark: '#e7a3cf' },
      policies: { cancellation: { en: 'Zzz.' }, lateness: {} },
    }
    const { status, body } = await owner.send('POST', '/api/booking/face-preview', {
      face,
      terms: { name: 'New name' },
      tongue: 'es',
    })
    expect(status).toBe(200)
    expect(body.pages.map(({ page, scheme }: { page: string; scheme: string }) => `${page} ${scheme}`)).toEqual([
      'home light',
      'home dark',
      'book light',
      'book dark',
    ])
    expect(drawn.map(({ url, scheme }) => [url, scheme])).toEqual([
      ['/', 'light'],
      ['/', 'dark'],
      ['/book', 'light'],
      ['/book', 'dark'],
    ])
    expect(drawn[0]?.data.frame).toMatchObject({
      user: null,
      tongue: 'es',
      clinic: { name: 'New name', accent: '/face/accent/7a1f5c-e7a3cf.css', policies: { cancellation: { en: 'Zzz.' } } },
    })
    expect((await clinicShown()).accent).toBe(before)
    const faint = { ...face, accent: { light: '#7cc4bc', dark: '#7cc4bc' } }
    const refused = await owner.send('POST', '/api/booking/face-preview', { face: faint, terms: {}, tongue: 'en' })
    expect(faultsOf(refused)[0]).toMatchObject({ field: 'face.accent.light', code: 'color-with-contrast' })
  })
})

const createAppOf = ({ ground }: TestClinic) =>
  createApp({
    ground,
    render: async () => ({ status: 200, html: '' }),
    trust: { publicUrl: undefined, proxies: [] },
    assets: '.',
  })

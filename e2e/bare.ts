import { createServer, request } from 'node:http'
import { brotliCompressSync, constants } from 'node:zlib'

/**
 * A server of the same pages without our script: what stands in its place is as long and does nothing, so that a page is compared with its
 * own bytes. Every other file comes from the clinic at this address as it is.
 */
export async function openBare(url: string): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer(async ({ url: path = '/', headers }, answer) => {
    if (!headers.accept?.includes('text/html')) {
      request(`${url}${path}`, { headers: { 'accept-encoding': headers['accept-encoding'] } }, (file) => {
        answer.writeHead(file.statusCode ?? 502, file.headers)
        file.pipe(answer)
      }).end()
      return
    }
    const whole = await fetch(`${url}${path}`, { headers: { 'accept-encoding': 'identity' } })
    const text = brotliCompressSync(withoutScript(await whole.text()), { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
    answer.writeHead(whole.status, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'br' }).end(text)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const bound = server.address()
  return {
    url: `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`,
    close: () => new Promise((done) => server.close(() => done())),
  }
}

/** Scripts that run become comments of the same length; data stays data. */
const withoutScript = (html: string): string =>
  html.replaceAll(/<script src="[^"]*"[^>]*><\/script>/g, (script) => `<!--${'-'.repeat(script.length - 7)}-->`)

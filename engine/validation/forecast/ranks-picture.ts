/** Small bar charts of ranks, one for each quantity: even bars, and the strip in which even ranks would lie 95 times in 100. */
export function ranksPicture(panels: readonly { title: string; counts: readonly number[] }[]): string {
  const [wide, high, across] = [180, 120, 4]
  const rows = Math.ceil(panels.length / across)
  const parts = panels.map(({ title, counts }, i) => panel(title, counts, (i % across) * wide, Math.floor(i / across) * high))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide * across} ${high * rows + 24}" role="img" aria-label="Ranks of the truth among the draws" font-family="system-ui, sans-serif" font-size="11">`,
    '<rect width="100%" height="100%" fill="#fff"/>',
    ...parts,
    `<text x="10" y="${high * rows + 16}" fill="#4a5158">Where the truth stands among the draws, in tenths. Shaded: 95 of 100 even rows of bars would lie here.</text>`,
    '</svg>',
  ].join('\n')
}

function panel(title: string, counts: readonly number[], x: number, y: number): string {
  const total = counts.reduce((sum, count) => sum + count, 0)
  const even = total / counts.length
  const off = 1.96 * Math.sqrt(even * (1 - 1 / counts.length))
  const [left, bottom, width, height] = [x + 10, y + 104, 160, 76]
  const scale = height / (1.6 * even)
  const bars = counts.map((count, i) => {
    const tall = Math.round(count * scale * 10) / 10
    return `<rect x="${left + i * (width / 10) + 1}" y="${bottom - tall}" width="${width / 10 - 2}" height="${tall}" fill="#1f5f8b"/>`
  })
  const strip = `<rect x="${left}" y="${bottom - (even + off) * scale}" width="${width}" height="${2 * off * scale}" fill="#b4531f" fill-opacity="0.2"/>`
  return `<text x="${left}" y="${y + 20}" fill="#1c2126">${title}</text>${bars.join('')}${strip}`
}

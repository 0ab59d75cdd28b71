/** Products have no photographs: each gets a drawing in the manner of its category, and always the same one. */

/** An outline in a 400 × 300 drawing, and which of the drawing's colours fills it. */
export interface Shape {
  d: string
  tone: 1 | 2 | 3 | 4
}

export interface Picture {
  hue: number
  shapes: Shape[]
}

type Random = () => number
type Motif = (random: Random) => Shape[]

const MOTIFS: { words: RegExp; hue: number; draw: Motif }[] = [
  { words: /book|книг/i, hue: 55, draw: books },
  { words: /electr|comput|phone|электрон|компьют/i, hue: 258, draw: devices },
  { words: /home|kitchen|дом|кухн/i, hue: 140, draw: vessels },
  { words: /office|paper|офис|канцел/i, hue: 305, draw: sheets },
  { words: /sport|outdoor|спорт|туризм/i, hue: 205, draw: hills },
  { words: /toy|game|игр/i, hue: 15, draw: blocks },
]

export function picture(category: string, seed: string): Picture {
  const random = randomOf(hash(seed))
  const motif = MOTIFS.find(({ words }) => words.test(category))
  const base = motif?.hue ?? hash(category) % 360
  const hue = Math.round(base + (random() - 0.5) * 30 + 360) % 360
  return { hue, shapes: (motif?.draw ?? tiles)(random) }
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const char of text) {
    value ^= char.codePointAt(0) ?? 0
    value = Math.imul(value, 0x01000193)
  }
  return value >>> 0
}

/** Mulberry32. */
function randomOf(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const between = (random: Random, from: number, to: number) => Math.round(from + random() * (to - from))
const pick = <T>(random: Random, first: T, ...rest: T[]): T =>
  [first, ...rest][Math.floor(random() * (rest.length + 1))] ?? first

function box(x: number, y: number, width: number, height: number, radius = 0): string {
  const r = Math.min(radius, width / 2, height / 2)
  return `M${x + r} ${y}h${width - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}v${height - 2 * r}a${r} ${r} 0 0 1 ${-r} ${r}h${2 * r - width}a${r} ${r} 0 0 1 ${-r} ${-r}v${2 * r - height}a${r} ${r} 0 0 1 ${r} ${-r}z`
}

function disc(x: number, y: number, radius: number): string {
  return `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`
}

function books(random: Random): Shape[] {
  const shapes: Shape[] = []
  let x = between(random, 70, 90)
  let tone = between(random, 1, 3)
  const end = between(random, 290, 325)
  while (x < end) {
    const width = between(random, 22, 46)
    const height = between(random, 118, 186)
    const top = 236 - height
    tone = (tone % 4) + 1
    shapes.push({ d: box(x, top, width, height, 4), tone: tone as Shape['tone'] })
    const band = tone === 1 ? 3 : 1
    shapes.push({ d: box(x + 5, top + between(random, 16, 30), width - 10, 5, 2), tone: band })
    if (random() > 0.5) shapes.push({ d: box(x + 5, 204, width - 10, 12, 2), tone: band })
    x += width + 3
  }
  shapes.push({ d: box(44, 238, 312, 8, 4), tone: 2 })
  return shapes
}

function devices(random: Random): Shape[] {
  const kind = pick(random, 'screen', 'speaker', 'keys')
  if (kind === 'screen') {
    const width = between(random, 190, 230)
    const x = 200 - width / 2
    return [
      { d: box(x, 66, width, 134, 12), tone: 3 },
      { d: box(x + 10, 76, width - 20, 114, 6), tone: 1 },
      { d: disc(x + between(random, 50, width - 50), between(random, 110, 140), 22), tone: 4 },
      {
        d: `M${x + 12} 188v-${between(random, 24, 48)}q${width / 4 - 6} -36 ${width / 2 - 12} -2t${width / 2 - 12} -10V188z`,
        tone: 2,
      },
      { d: box(186, 200, 28, 26), tone: 2 },
      { d: box(144, 224, 112, 10, 5), tone: 3 },
    ]
  }
  if (kind === 'speaker') {
    const tall = between(random, 150, 176)
    const top = 236 - tall
    return [
      { d: box(96, top, 96, tall, 16), tone: 2 },
      { d: box(208, top, 96, tall, 16), tone: 3 },
      ...[144, 256].flatMap((x): Shape[] => [
        { d: disc(x, top + tall - 54, 36), tone: 1 },
        { d: disc(x, top + tall - 54, between(random, 12, 20)), tone: 4 },
        { d: disc(x, top + 38, 16), tone: 1 },
      ]),
    ]
  }
  const marked = between(random, 0, 23)
  return [
    { d: box(70, 86, 260, 132, 16), tone: 2 },
    ...Array.from({ length: 24 }, (_, n): Shape => {
      const row = Math.floor(n / 8)
      return {
        d: box(86 + (n % 8) * 29 + row * 2, 100 + row * 29, 22, 22, 5),
        tone: n === marked ? 4 : random() > 0.82 ? 3 : 1,
      }
    }),
    { d: box(136, 188, 128, 18, 6), tone: 1 },
  ]
}

function vessels(random: Random): Shape[] {
  const arch = between(random, 120, 190)
  const bowl = between(random, 44, 58)
  const neck = between(random, 10, 18)
  const belly = between(random, 36, 50)
  const vaseX = pick(random, 130, 145, 268)
  const bowlX = vaseX < 200 ? between(random, 240, 270) : between(random, 125, 150)
  return [
    { d: `M${arch - 60} 236v-110a70 70 0 0 1 140 0v110z`, tone: 1 },
    { d: disc(between(random, 270, 310), between(random, 76, 96), between(random, 18, 28)), tone: 4 },
    {
      d: `M${vaseX - neck} 96h${2 * neck}v22c0 26 ${belly - neck} 30 ${belly - neck} 66c0 34 -16 52 -26 52h${-2 * (belly - 26)}c-10 0 -26 -18 -26 -52c0 -36 ${belly - neck} -40 ${belly - neck} -66z`,
      tone: 3,
    },
    {
      d: `M${bowlX - bowl} 176h${2 * bowl}c0 36 -18 60 ${-bowl + 8} 60h-16c${-bowl + 26} 0 ${-bowl + 8} -24 ${-bowl + 8} -60z`,
      tone: 2,
    },
    { d: box(56, 236, 288, 8, 4), tone: 3 },
  ]
}

function sheets(random: Random): Shape[] {
  const lean = between(random, -26, 26)
  const x = between(random, 118, 150)
  const lines = between(random, 4, 6)
  return [
    { d: `M${x - 20 + lean} 74l132 -10l14 166l-132 10z`, tone: 2 },
    { d: box(x, 62, 136, 178, 8), tone: 1 },
    ...Array.from({ length: lines }, (_, n): Shape => ({
      d: box(x + 18, 92 + n * 22, between(random, 56, 100), 7, 3),
      tone: n === 0 ? 3 : 2,
    })),
    { d: disc(x + 108, 212, 12), tone: 4 },
    {
      d: `M${x + 164} 70l18 0l0 132l-9 22l-9 -22z`,
      tone: 3,
    },
    { d: box(x + 164, 62, 18, 18, 4), tone: 4 },
  ]
}

function hills(random: Random): Shape[] {
  const far = between(random, 120, 160)
  const near = between(random, 178, 205)
  const peak = between(random, 110, 290)
  return [
    { d: disc(between(random, 90, 310), between(random, 74, 104), between(random, 24, 36)), tone: 4 },
    {
      d: `M0 300V${far + 50}L${peak - 90} ${far + 40}L${peak} ${far - 60}L${peak + 84} ${far + 30}L400 ${far + 54}V300z`,
      tone: 1,
    },
    { d: `M${peak} ${far - 60}l-24 27l14 8l12 -10l12 12l12 -10z`, tone: 3 },
    {
      d: `M0 300V${near}C80 ${near - 40} 150 ${near - 40} 220 ${near - 4}S340 ${near + 24} 400 ${near - 22}V300z`,
      tone: 2,
    },
    {
      d: `M0 300V252C110 ${between(random, 205, 235)} 230 290 400 ${between(random, 226, 250)}V300z`,
      tone: 3,
    },
  ]
}

function blocks(random: Random): Shape[] {
  const shapes: Shape[] = []
  const size = 58
  const rows = [4, between(random, 2, 3), between(random, 1, 2)]
  let tone = between(random, 1, 4)
  rows.forEach((count, row) => {
    const start = 200 - (count * size) / 2 + (row === 1 ? between(random, -14, 14) : 0)
    for (let n = 0; n < count; n++) {
      const x = start + n * size
      const y = 240 - (row + 1) * size
      tone = (tone % 4) + 1
      const top = row === rows.length - 1
      const kind = top
        ? pick(random, 'roof', 'dome', 'block')
        : pick(random, 'block', 'block', 'ring', 'gate')
      const paint = tone as Shape['tone']
      const light: Shape['tone'] = paint === 1 ? 3 : 1
      if (kind === 'roof')
        shapes.push({ d: `M${x + 2} ${y + 56}L${x + 29} ${y + 8}L${x + 56} ${y + 56}z`, tone: paint })
      else if (kind === 'dome') shapes.push({ d: `M${x + 2} ${y + 56}a27 27 0 0 1 54 0z`, tone: paint })
      else shapes.push({ d: box(x + 2, y + 2, 54, 54, 6), tone: paint })
      if (kind === 'ring') shapes.push({ d: disc(x + 29, y + 29, 14), tone: light })
      if (kind === 'gate') shapes.push({ d: `M${x + 15} ${y + 56}v-16a14 14 0 0 1 28 0v16z`, tone: light })
    }
  })
  return shapes
}

function tiles(random: Random): Shape[] {
  const side = 60
  return Array.from({ length: 12 }, (_, n): Shape => {
    const x = 80 + (n % 4) * side
    const y = 60 + Math.floor(n / 4) * side
    const quarter = pick(
      random,
      `M${x} ${y}h${side}a${side} ${side} 0 0 1 ${-side} ${side}z`,
      `M${x + side} ${y}v${side}a${side} ${side} 0 0 1 ${-side} ${-side}z`,
      `M${x + side} ${y + side}h${-side}a${side} ${side} 0 0 1 ${side} ${-side}z`,
      disc(x + side / 2, y + side / 2, side / 2 - 4),
      box(x + 4, y + 4, side - 8, side - 8, 6),
    )
    return { d: quarter, tone: pick<Shape['tone']>(random, 1, 2, 2, 3, 4) }
  })
}

import type { Schemas } from '@/api/client'

export type Letter = Schemas['Letter']

/** The letters that one view could not read. */
export interface Pile {
  view: string
  letters: readonly Letter[]
  /** How many sequences stand still: a retry reads them one by one. */
  sequences: number
}

/** Letters by view, in the order in which they came. */
export function byView(letters: readonly Letter[]): Pile[] {
  const piles = new Map<string, Letter[]>()
  for (const letter of letters) {
    const pile = piles.get(letter.view)
    if (pile) pile.push(letter)
    else piles.set(letter.view, [letter])
  }
  return [...piles].map(([view, pile]) => ({
    view,
    letters: pile,
    sequences: new Set(pile.map(({ sequence }) => sequence)).size,
  }))
}

/** What a colour means; always beside an icon or words that say the same. */
export type Tone = 'neutral' | 'accent' | 'info' | 'success' | 'warning' | 'danger';

/** The shape of a catalogue in another language: the keys of the English one, with other words. */
export type Translated<Messages> = {
  [Key in keyof Messages]: Messages[Key] extends string ? string : Translated<Messages[Key]>;
};

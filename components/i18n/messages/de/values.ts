import type { en } from '../en/index.ts';
import type { Translated } from '../translated.ts';

export const values: Translated<typeof en.values> = {
  none: 'Dieser Ablauf braucht keine Eingaben.',
  jsonHelp: 'Als JSON.',
  leftEmpty: 'Bleibt es leer: {value}',
  yes: 'Ja',
  no: 'Nein',
  unset: 'Keine Angabe',
  masked: 'Verdeckt: Der Wert wird nie wieder gezeigt.',
  addItem: 'Eintrag hinzufügen',
  removeItem: 'Eintrag {number} entfernen',
  item: 'Eintrag {number}',
  bytesHelp: 'Als Base64.',
  required: 'Geben Sie einen Wert an.',
  wrong: {
    INT: 'Das muss eine ganze Zahl sein.',
    DOUBLE: 'Das muss eine Zahl sein.',
    TIMESTAMP: 'Das muss ein Datum mit Uhrzeit sein.',
    BYTES: 'Das muss Base64 sein.',
    WF_RUN_ID: 'Das muss die Id eines WfRuns sein: Buchstaben, Ziffern und Bindestriche.',
    JSON_OBJ: 'Das muss ein JSON-Objekt sein, etwa \'{"farbe": "rot"}\'.',
    JSON_ARR: 'Das muss ein JSON-Array sein, etwa [1, 2].',
    json: 'Das ist kein gültiges JSON.',
    type: 'Das muss vom Typ {type} sein.',
  },
};

'use client';

import { createContext, useContext } from 'react';

export type FieldWiring = {
  controlId: string;
  labelId: string;
  /** The label where it is plain text, for what opens elsewhere and has to say what it is about. */
  labelText: string | undefined;
  describedBy: string | undefined;
  invalid: boolean;
  required: boolean;
};

export const FieldContext = createContext<FieldWiring | undefined>(undefined);

type Wired = {
  id?: string | undefined;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: true;
  'aria-required'?: true;
};

/** The id and aria attributes that tie a control to the Field around it; a control outside of one keeps its own. */
export function useFieldWiring(own: { id?: string | undefined; 'aria-describedby'?: string | undefined }): Wired {
  const field = useContext(FieldContext);
  const describedBy = [own['aria-describedby'], field?.describedBy].filter(Boolean).join(' ');
  return {
    id: own.id ?? field?.controlId,
    ...(describedBy ? { 'aria-describedby': describedBy } : {}),
    ...(field?.invalid ? { 'aria-invalid': true } : {}),
    ...(field?.required ? { 'aria-required': true } : {}),
  };
}

/** The id of the surrounding Field's label, for controls that a <label for> cannot name. */
export function useFieldLabelId(): string | undefined {
  return useContext(FieldContext)?.labelId;
}

/** The text of the surrounding Field's label. */
export function useFieldLabelText(): string | undefined {
  return useContext(FieldContext)?.labelText;
}

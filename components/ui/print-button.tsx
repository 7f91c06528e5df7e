'use client';

import { Printer } from 'lucide-react';
import { Button } from './button.tsx';

/** Prints the page; on paper it is not there. */
export function PrintButton() {
  return (
    <Button icon={<Printer />} onClick={() => window.print()} className="print:hidden">
      Print
    </Button>
  );
}
